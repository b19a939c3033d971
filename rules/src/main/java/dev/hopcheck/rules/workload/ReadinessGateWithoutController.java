package dev.hopcheck.rules.workload;

import dev.hopcheck.cluster.Completeness;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import java.util.List;

/** Finds pods that wait for a condition which nobody is known to set. */
final class ReadinessGateWithoutController implements ResourceRule<Workload> {
  private static final String RATIONALE =
      """
      A pod with a readiness gate is ready only once something sets that condition on it. If nothing does, the pod never becomes an endpoint.
      """;

  private static final String BAD =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
      spec:
        selector:
          matchLabels:
            app: shop
        template:
          metadata:
            labels:
              app: shop
          spec:
            readinessGates:
              - conditionType: example.com/warm # expect
            containers:
              - name: main
                image: registry.example.com/shop:1.4
      """;

  private static final String GOOD =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
      spec:
        selector:
          matchLabels:
            app: shop
        template:
          metadata:
            labels:
              app: shop
          spec:
            containers:
              - name: main
                image: registry.example.com/shop:1.4
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("readiness-gate-without-controller")
        .severity(Severity.WARNING, Severity.INFO)
        .family("workload")
        .summary("a pod waits for a condition that no known controller sets")
        .rationale(RATIONALE)
        .symptom("connection refused: the pod never becomes ready")
        .mend("Deploy the controller that sets the condition, or remove the gate.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Pod lifecycle, readiness gates")
        .build();
  }

  @Override
  public Class<Workload> subject() {
    return Workload.class;
  }

  /** Conditions that controllers of load balancers and of rollouts set. */
  private static final List<String> KNOWN =
      List.of(
          "target-health.",
          "cloud.google.com/",
          "networking.gke.io/",
          "service.readiness.alibabacloud.com",
          "networking.azure.com/",
          "readiness.k8s.io/",
          "apps.kruise.io",
          "InPlaceUpdateReady",
          "KruisePodReady",
          "spidernet.io/",
          "kuma.io/",
          "istio.io/");

  @Override
  public void check(Workload workload, Inspection in) {
    if (in.isBroken(workload)) {
      return;
    }
    for (Located<String> gate : workload.spec().readinessGates()) {
      if (gate.known() && !isKnown(gate.value())) {
        report(workload, gate, in);
      }
    }
  }

  private static boolean isKnown(String condition) {
    for (String known : KNOWN) {
      if (condition.startsWith(known)) {
        return true;
      }
    }
    return false;
  }

  private static void report(Workload workload, Located<String> gate, Inspection in) {
    Completeness known = in.cluster().completeness(workload.namespace());
    in.at(gate)
        .severity(known.open() ? Severity.INFO : Severity.WARNING)
        .say(
            "`"
                + workload.head().kind()
                + " "
                + workload.name()
                + "` waits for `"
                + gate.value()
                + "`, which no known controller sets")
        .label("each pod needs this condition to be ready")
        .note("until something sets it, the pods are no endpoints and connections are refused")
        .report();
  }
}
