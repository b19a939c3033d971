package dev.hopcheck.rules.selector;

import dev.hopcheck.cluster.NearMiss;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rules.Clients;
import dev.hopcheck.rules.Wording;

/** Finds Services whose pods are all in another namespace. */
final class SelectorInOtherNamespace implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      A Service selects pods of its own namespace only. Pods with the right labels in another namespace are
      no endpoints of it.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: cart
        namespace: default # expect
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
        namespace: shop
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
        namespace: shop
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
        namespace: shop
        labels:
          app: cart
      spec:
        containers:
          - name: cart
            image: registry.example.com/cart:1.4
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("selector-in-other-namespace")
        .severity(Severity.ERROR, Severity.WARNING, Severity.INFO)
        .family("selector")
        .summary("the pods that a Service means are in another namespace")
        .rationale(RATIONALE)
        .symptom("connection refused; NXDOMAIN if the Service is headless")
        .mend("Put the Service into the namespace of its pods.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Service; Namespaces and DNS")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    if (!Nothing.isSelectedBy(service, in)) {
      return;
    }
    NearMiss closest = in.cluster().closest(service);
    if (closest == null || closest.kind() != NearMiss.Kind.OTHER_NAMESPACE) {
      return;
    }
    PodSet pods = closest.pods();
    Located<String> written = service.head().writtenNamespace();
    Draft draft =
        written != null
            ? in.at(written).label("no pod of this namespace matches the selector")
            : in.at(service.head().name())
                .label("without a namespace it goes to `" + service.namespace() + "`");
    draft
        .severity(in.cluster().weightOfNothing(service, closest))
        .say(
            "Service `"
                + service.name()
                + "` is in namespace `"
                + service.namespace()
                + "`, its pods are in `"
                + pods.namespace()
                + "`")
        .related(
            closest.at(),
            "the pods of `" + pods.title() + "` match, in namespace `" + pods.namespace() + "`")
        .note("a Service selects pods of its own namespace only")
        .note(Wording.withoutEndpoints(service));
    Located<String> theirs = pods.owner().head().writtenNamespace();
    if (theirs != null) {
      draft.related(theirs, "their namespace is written here");
    }
    Clients.show(draft, service, in);
    if (written != null) {
      draft.fix(
          "move the Service to namespace `" + pods.namespace() + "`",
          Applicability.UNSAFE,
          Wording.scalar(pods.namespace()));
    } else {
      draft.advice("add `namespace: " + pods.namespace() + "` to the Service");
    }
    draft.report();
  }
}
