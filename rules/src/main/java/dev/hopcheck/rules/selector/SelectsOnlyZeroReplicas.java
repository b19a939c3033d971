package dev.hopcheck.rules.selector;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rules.Wording;
import java.util.List;
import java.util.Objects;

/** Finds Services all of whose workloads are scaled to nothing. */
final class SelectsOnlyZeroReplicas implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      A workload with `replicas: 0` has no pods, so a Service that selects nothing else has no endpoints.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
      spec:
        replicas: 0 # expect
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
                ports:
                  - containerPort: 8080
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
      spec:
        replicas: 2
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
                ports:
                  - containerPort: 8080
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("selects-only-zero-replicas")
        .severity(Severity.WARNING, Severity.INFO)
        .family("selector")
        .summary("all workloads behind a Service are scaled to zero")
        .rationale(RATIONALE)
        .symptom("connection refused; NXDOMAIN if the Service is headless")
        .mend("Set `replicas` to at least one, or let an autoscaler do it.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes API: DeploymentSpec, replicas")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    List<PodSet> pods = Certain.pods(service, in);
    boolean scaled = false;
    for (PodSet set : pods) {
      if (!set.scaledToZero()) {
        return;
      }
      scaled |= !in.cluster().autoscalers(Objects.requireNonNull(set.workload())).isEmpty();
    }
    if (pods.isEmpty()) {
      return;
    }
    PodSet first = pods.get(0);
    // A kustomization that scales what it takes in means to.
    boolean meant = first.replicas().at().file() != first.owner().head().document().file();
    Draft draft =
        in.at(first.replicas())
            .severity(scaled || meant ? Severity.INFO : Severity.WARNING)
            .say(
                "Service `"
                    + service.name()
                    + "` has no endpoints: `"
                    + first.title()
                    + "` is scaled to zero")
            .label("no pod is made")
            .related(
                service.selector().at(), "Service `" + service.name() + "` selects nothing else");
    for (PodSet other : pods.subList(1, pods.size())) {
      draft.related(other.replicas(), "`" + other.title() + "` is scaled to zero too");
    }
    draft.note(Wording.withoutEndpoints(service));
    if (scaled) {
      draft.note("an autoscaler may start pods later");
    }
    draft.report();
  }
}
