package dev.hopcheck.rules.selector;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import java.util.ArrayList;
import java.util.List;

/** Finds Services whose selector catches the pods of a Job beside those of a server. */
final class SelectorIncludesJobPods implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      While a Job runs, its pods are endpoints like all others that carry the labels. They serve nothing, so a part of the connections fails as long as the Job runs.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        selector: # expect
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
      ---
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: migrate
      spec:
        template:
          metadata:
            labels:
              app: shop
          spec:
            restartPolicy: Never
            containers:
              - name: main
                image: registry.example.com/migrate:1.4
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
      ---
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: migrate
      spec:
        template:
          metadata:
            labels:
              app: migrate
          spec:
            restartPolicy: Never
            containers:
              - name: main
                image: registry.example.com/migrate:1.4
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("selector-includes-job-pods")
        .severity(Severity.WARNING, Severity.INFO)
        .family("selector")
        .summary("the selector of a Service also matches pods of a Job")
        .rationale(RATIONALE)
        .symptom("connection refused now and then, while the Job runs")
        .mend(
            "Give the pods of the Job other labels, or add a label of the server to the selector.")
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
    List<PodSet> ending = new ArrayList<>(1);
    PodSet server = null;
    for (PodSet set : Certain.pods(service, in)) {
      if (set.runsToEnd() && isEndpoint(service, set)) {
        ending.add(set);
      } else if (!set.runsToEnd() && !set.scaledToZero()) {
        server = set;
      }
    }
    if (server == null || ending.isEmpty()) {
      return;
    }
    PodSet first = ending.get(0);
    Draft draft =
        in.at(service.selector().at())
            .field(service.selector().field())
            .severity(service.headless() ? Severity.INFO : Severity.WARNING)
            .say(
                "selector of Service `"
                    + service.name()
                    + "` also matches the pods of `"
                    + first.title()
                    + "`")
            .label("meant for `" + server.title() + "`, as it seems");
    for (PodSet set : ending) {
      draft.related(set.labelsAt(), "the pods of `" + set.title() + "` carry all labels too");
    }
    draft
        .note(
            "while `"
                + first.title()
                + "` runs, a part of the connections goes to its pods and is refused")
        .advice("give the pods of the Job other labels, or select by one more label")
        .report();
  }

  /** Whether a port of the Service leads to the pods: a name that they lack does not (EP-11). */
  private static boolean isEndpoint(Service service, PodSet set) {
    for (ServicePort port : service.ports()) {
      if (!port.targetPort().value().named()
          || set.spec().port(port.targetPort().value().text(), port.protocol().value()) != null) {
        return true;
      }
    }
    return false;
  }
}
