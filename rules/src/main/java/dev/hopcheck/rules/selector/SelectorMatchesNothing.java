package dev.hopcheck.rules.selector;

import dev.hopcheck.cluster.BackendUse;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.Completeness;
import dev.hopcheck.cluster.NearMiss;
import dev.hopcheck.cluster.OperatorLabel;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rules.Clients;
import dev.hopcheck.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds Services whose selector matches no pod of their namespace. */
final class SelectorMatchesNothing implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      A Service sends traffic to the pods that carry every pair of its selector, byte for byte. If no pod
      does, the Service has no endpoints: its name resolves, and every connection is refused.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: cart
      spec:
        selector:
          app: crat # expect
        ports:
          - port: 80
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: cart
      spec:
        selector:
          matchLabels:
            app: cart
        template:
          metadata:
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
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: cart
      spec:
        selector:
          matchLabels:
            app: cart
        template:
          metadata:
            labels:
              app: cart
          spec:
            containers:
              - name: cart
                image: registry.example.com/cart:1.4
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("selector-matches-nothing")
        .severity(Severity.ERROR, Severity.WARNING, Severity.INFO)
        .family("selector")
        .summary("the selector of a Service matches no pod")
        .rationale(RATIONALE)
        .symptom(
            "connection refused; NXDOMAIN if the Service is headless; 503 behind an Ingress. A namespace"
                + " that may have further pods makes it a warning or a note.")
        .mend("Use the labels of the pod template, not those of the workload's own metadata.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Service, Services with selectors")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    Cluster cluster = in.cluster();
    if (!Nothing.isSelectedBy(service, in)) {
      return;
    }
    NearMiss closest = cluster.closest(service);
    if (closest != null && closest.kind() == NearMiss.Kind.OTHER_NAMESPACE) {
      return;
    }
    if (closest != null && Nothing.followsFromRefusal(service, closest.pods(), in)) {
      return;
    }
    Severity severity = cluster.weightOfNothing(service, closest);
    Draft draft = new SelectorDraft(service, closest).start(in).severity(severity);
    draft.note(Wording.withoutEndpoints(service));
    Clients.show(draft, service, in);
    String others = affected(service, cluster);
    if (!others.isEmpty()) {
      draft.note("it also breaks " + others);
    }
    doubts(service, cluster, severity, draft);
    draft.report();
  }

  private static void doubts(Service service, Cluster cluster, Severity severity, Draft draft) {
    Completeness known = cluster.completeness(service.namespace());
    OperatorLabel operator = cluster.operatorLabel(service.selector());
    if (operator != null && severity == Severity.INFO) {
      draft.note("`" + operator.key() + "` is a label that " + operator.who() + " puts on pods");
    } else if (known.open()) {
      draft.note("not certain: " + known.because());
    }
  }

  /** What fails for the same reason and is no finding of its own (routing 19.0, 5). */
  private static String affected(Service service, Cluster cluster) {
    List<String> titles = new ArrayList<>();
    for (BackendUse use : cluster.backendsTo(service.namespace(), service.name())) {
      add(titles, "Ingress " + use.ingress().name());
    }
    for (Workload set : cluster.governedBy(service)) {
      add(titles, "the pod names of StatefulSet " + set.name());
    }
    return Wording.list(titles);
  }

  private static void add(List<String> titles, @Nullable String title) {
    if (title != null && !titles.contains(title)) {
      titles.add(title);
    }
  }
}
