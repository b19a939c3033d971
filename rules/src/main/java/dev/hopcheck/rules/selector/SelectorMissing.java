package dev.hopcheck.rules.selector;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rules.Wording;
import org.jspecify.annotations.Nullable;

/** Finds Services that neither select pods nor have endpoints written for them. */
final class SelectorMissing implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      A Service without a selector gets no endpoints from pods: it never means all pods. Unless someone
      writes EndpointSlices for it, nobody answers. Most such Services are filled by a controller; next to
      a workload of the same name that no Service selects, the selector was probably forgotten.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: cart # expect
      spec:
        ports:
          - port: 80
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: cart
        labels:
          app: cart
      spec:
        containers:
          - name: cart
            image: registry.example.com/cart:1.4
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: cart
      spec:
        selector:
          app: cart
        ports:
          - port: 80
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: cart
        labels:
          app: cart
      spec:
        containers:
          - name: cart
            image: registry.example.com/cart:1.4
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("selector-missing")
        .severity(Severity.WARNING, Severity.INFO)
        .family("selector")
        .summary("a Service has neither a selector nor endpoints")
        .rationale(RATIONALE)
        .symptom("connection refused")
        .mend(
            "Add a selector with the labels of the pods, or write an EndpointSlice for the Service.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Service, Services without selectors")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    Cluster cluster = in.cluster();
    if (service.isExternalName()
        || service.type().unknown()
        || service.headless()
        || !service.selector().isEmpty()
        || in.isBroken(service)
        || service.head().placeholders()
        || !cluster.slices(service).isEmpty()
        || cluster.endpoints(service) != null
        || cluster.isImplied(service.namespace(), service.name())) {
      return;
    }
    PodSet meant = meant(service, cluster);
    Draft draft =
        in.at(service.head().name())
            .severity(severity(service, meant, cluster))
            .say("Service `" + service.name() + "` has neither a selector nor endpoints")
            .label("nothing makes endpoints for it")
            .note(Wording.withoutEndpoints(service));
    if (meant == null) {
      draft.note("unless a controller, or a manifest that is not given, writes EndpointSlices");
    } else {
      draft
          .related(meant.labelsAt(), "no Service selects the pods of `" + meant.title() + "`")
          .advice("add a selector with the labels of the pods of `" + meant.title() + "`");
    }
    draft.report();
  }

  /** The workload of the Service's name, if no Service reaches its pods. */
  private static @Nullable PodSet meant(Service service, Cluster cluster) {
    for (PodSet set : cluster.podSets(service.namespace(), service.name())) {
      if (!set.runsToEnd() && !set.labels().isEmpty() && cluster.servicesFor(set).isEmpty()) {
        return set;
      }
    }
    return null;
  }

  /** A kustomization may add the selector together with the labels of the pods. */
  private static Severity severity(Service service, @Nullable PodSet meant, Cluster cluster) {
    boolean sure = meant != null && !cluster.completeness(service.namespace()).open();
    return sure ? Severity.WARNING : Severity.INFO;
  }
}
