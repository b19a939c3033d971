package dev.hopcheck.rules.endpoints;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rules.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds headless Services that nothing gives endpoints. */
final class HeadlessNoSelectorNoEndpoints implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      The name of a headless Service stands for its endpoints. Without a selector and without slices
      there are none, so the name does not exist; nor do the names of pods under it.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: db # expect
      spec:
        clusterIP: None
        ports:
          - port: 80
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata:
        name: db
      spec:
        serviceName: db
        selector:
          matchLabels:
            app: db
        template:
          metadata:
            labels:
              app: db
          spec:
            containers:
              - name: main
                image: registry.example.com/db:1.4
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: db
      spec:
        clusterIP: None
        selector:
          app: db
        ports:
          - port: 80
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata:
        name: db
      spec:
        serviceName: db
        selector:
          matchLabels:
            app: db
        template:
          metadata:
            labels:
              app: db
          spec:
            containers:
              - name: main
                image: registry.example.com/db:1.4
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("headless-no-selector-no-endpoints")
        .severity(Severity.WARNING, Severity.INFO)
        .family("endpoints")
        .summary("a headless Service has neither a selector nor endpoints")
        .rationale(RATIONALE)
        .symptom("NXDOMAIN for the Service and for pods under it")
        .mend("Add a selector with the labels of the pods, or write an EndpointSlice.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Headless Services, without selectors")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    Cluster cluster = in.cluster();
    if (!service.headless()
        || in.isBroken(service)
        || service.head().placeholders()
        || !Handwritten.lacking(service, cluster)) {
      return;
    }
    PodSet meant = meant(service, cluster);
    boolean open = cluster.completeness(service.namespace()).open();
    Draft draft =
        in.at(service.head().name())
            .severity(meant == null || open ? Severity.INFO : Severity.WARNING)
            .say("headless Service `" + service.name() + "` has neither a selector nor endpoints")
            .label("nothing makes endpoints for it")
            .note(Wording.withoutEndpoints(service));
    if (meant != null) {
      draft
          .related(meant.labelsAt(), "the labels of the pods of `" + meant.title() + "`")
          .advice("add a selector with the labels of the pods of `" + meant.title() + "`");
    } else {
      draft.note("unless a controller, or a manifest that is not given, writes EndpointSlices");
    }
    draft.report();
  }

  /**
   * The StatefulSet that names the Service, else a workload of its name that no Service selects.
   */
  private static @Nullable PodSet meant(Service service, Cluster cluster) {
    List<Workload> governed = cluster.governedBy(service);
    if (!governed.isEmpty()) {
      return cluster.podSet(governed.get(0));
    }
    for (PodSet set : cluster.podSets(service.namespace(), service.name())) {
      if (!set.labels().isEmpty() && cluster.servicesFor(set).isEmpty()) {
        return set;
      }
    }
    return null;
  }
}
