package dev.hopcheck.rules.probe;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Probe;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;

/** Finds liveness probes that ask a port which the container does not declare. */
final class LivenessProbePortMismatch implements ClusterRule {
  private static final String RATIONALE =
      """
      A probe by name asks the port of that name on its own container. If the container declares
      none, the probe fails each time, and the kubelet restarts the container.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop
        labels:
          app: shop
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - name: http
                containerPort: 8080
            livenessProbe:
              httpGet:
                path: /healthz
                port: web # expect
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop
        labels:
          app: shop
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - name: http
                containerPort: 8080
            livenessProbe:
              httpGet:
                path: /healthz
                port: http
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("liveness-probe-port-mismatch")
        .severity(Severity.ERROR, Severity.WARNING, Severity.INFO)
        .family("probe")
        .summary("a liveness probe asks a port that the container does not declare")
        .rationale(RATIONALE)
        .symptom("the kubelet restarts the container again and again")
        .mend(
            "Use the name that the port has, or declare a port of that name on the same container.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Configure liveness, readiness and startup probes, named ports")
        .build();
  }

  private static final ProbePorts PORTS =
      new ProbePorts(Probe.Kind.LIVENESS, "the kubelet restarts the container again and again");

  @Override
  public void check(Cluster cluster, Inspection in) {
    PORTS.check(cluster, in);
  }
}
