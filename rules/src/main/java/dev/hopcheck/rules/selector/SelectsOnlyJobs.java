package dev.hopcheck.rules.selector;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rules.Wording;
import java.util.List;

/** Finds Services that lead to nothing but pods that run to an end. */
final class SelectsOnlyJobs implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      The pods of a Job are endpoints while they run and no longer. A Service that selects nothing else answers only during that time.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: report
      spec:
        selector: # expect
          app: report
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: report
      spec:
        template:
          metadata:
            labels:
              app: report
          spec:
            restartPolicy: Never
            containers:
              - name: main
                image: registry.example.com/report:1.4
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: report
      spec:
        selector:
          app: report
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: report
      spec:
        selector:
          matchLabels:
            app: report
        template:
          metadata:
            labels:
              app: report
          spec:
            containers:
              - name: main
                image: registry.example.com/report:1.4
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("selects-only-jobs")
        .severity(Severity.WARNING, Severity.INFO)
        .family("selector")
        .summary("a Service selects only pods of Jobs")
        .rationale(RATIONALE)
        .symptom("works only while a Job runs; connection refused at other times")
        .mend("Select the pods of a workload that keeps running, or remove the Service.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Jobs; Service, endpoints")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    List<PodSet> pods = Certain.pods(service, in);
    for (PodSet set : pods) {
      if (!set.runsToEnd() || isPeerOf(service, set)) {
        return;
      }
    }
    if (pods.isEmpty()) {
      return;
    }
    PodSet first = pods.get(0);
    in.at(service.selector().at())
        .field(service.selector().field())
        .severity(service.headless() ? Severity.INFO : Severity.WARNING)
        .say("Service `" + service.name() + "` selects only pods that run to an end")
        .label("matches `" + first.title() + "` and nothing that keeps running")
        .related(first.owner().head().kindAt(), "its pods are no endpoints once they have ended")
        .note("while no pod runs: " + Wording.withoutEndpoints(service))
        .report();
  }

  /** Pods of one Job find each other through a headless Service (WL-03). */
  private static boolean isPeerOf(Service service, PodSet set) {
    Located<String> subdomain = set.spec().subdomain();
    return service.headless()
        && subdomain != null
        && (subdomain.unknown() || subdomain.value().equals(service.name()));
  }
}
