package dev.hopcheck.rules.service;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;

/** Finds Services that only some nodes serve to the outside. */
final class ExternalTrafficPolicyLocalUneven implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      With `externalTrafficPolicy: Local` a node hands traffic from outside to its own pods only. A node
      without such a pod drops it. A load balancer learns of that by health checks; who uses node ports does
      not.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: NodePort
        externalTrafficPolicy: Local # expect
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
              - name: shop
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
        type: NodePort
        externalTrafficPolicy: Local
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: apps/v1
      kind: DaemonSet
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
              - name: shop
                image: registry.example.com/shop:1.4
                ports:
                  - containerPort: 8080
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("external-traffic-policy-local-uneven")
        .severity(Severity.WARNING, Severity.INFO)
        .family("service")
        .summary("only nodes that run a pod answer from outside")
        .rationale(RATIONALE)
        .symptom("timeout at some nodes")
        .mend("Use a DaemonSet, or `externalTrafficPolicy: Cluster`.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Service, external traffic policy")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    Located<String> policy = service.externalTrafficPolicy();
    if (policy == null || !policy.value().equals("Local") || in.isBroken(service)) {
      return;
    }
    PodSet uneven = Services.firstUneven(service, in);
    if (uneven == null) {
      return;
    }
    boolean balanced = service.type().value().equals("LoadBalancer");
    in.at(policy)
        .say(
            "with policy `Local` only nodes with a pod of `"
                + uneven.title()
                + "` answer for Service `"
                + service.name()
                + "` from outside")
        .label("other nodes drop the traffic")
        .related(uneven.owner().head().kindAt(), "need not run on each node")
        .note(
            balanced
                ? "the load balancer leaves these nodes out, if it makes the health checks"
                : "connections to the node port of another node time out")
        .advice("use a DaemonSet, or `externalTrafficPolicy: Cluster`")
        .severity(balanced ? Severity.INFO : Severity.WARNING)
        .report();
  }
}
