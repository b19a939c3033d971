package dev.hopcheck.rules.service;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;

/** Finds Services that only some nodes serve to pods. */
final class InternalTrafficPolicyLocalWithoutDaemonset implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      With `internalTrafficPolicy: Local` the cluster IP leads to pods on the node of the client only. Clients
      on a node without such a pod get no answer, though pods run elsewhere.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        internalTrafficPolicy: Local # expect
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
        internalTrafficPolicy: Local
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
    return RuleDoc.id("internal-traffic-policy-local-without-daemonset")
        .severity(Severity.WARNING)
        .family("service")
        .summary("only clients on nodes that run a pod are answered")
        .rationale(RATIONALE)
        .symptom("timeout on some nodes")
        .mend(
            "Use a DaemonSet, or `internalTrafficPolicy: Cluster`; `trafficDistribution` prefers"
                + " near pods without requiring them.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Service internal traffic policy")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    Located<String> policy = service.internalTrafficPolicy();
    if (policy == null
        || !policy.value().equals("Local")
        || service.headless()
        || in.isBroken(service)) {
      return;
    }
    PodSet uneven = Services.firstUneven(service, in);
    if (uneven == null) {
      return;
    }
    in.at(policy)
        .say(
            "clients on nodes without a pod of `"
                + uneven.title()
                + "` get no answer from Service `"
                + service.name()
                + "`")
        .label("only pods of the client's own node are used")
        .related(uneven.owner().head().kindAt(), "need not run on each node")
        .note("connections from such nodes time out, though pods run elsewhere")
        .advice("use a DaemonSet, or `internalTrafficPolicy: Cluster`")
        .report();
  }
}
