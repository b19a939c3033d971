package dev.hopcheck.rules.service;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;

/** Finds load balancers where nothing is known to make them. */
final class LoadBalancerNeedsImplementation implements ClusterRule {
  private static final String RATIONALE =
      """
      The address of a LoadBalancer Service comes from outside Kubernetes: from a cloud, or from an
      implementation that runs in the cluster. Without one it stays pending; the cluster IP and the node ports
      work all the same.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: LoadBalancer # expect
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
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
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
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
    return RuleDoc.id("load-balancer-needs-implementation")
        .severity(Severity.INFO)
        .family("service")
        .summary("nothing in the input gives load balancers their addresses")
        .rationale(RATIONALE)
        .symptom("EXTERNAL-IP stays pending")
        .mend(
            "Run the manifests where load balancers are implemented, or install an implementation.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Service, type LoadBalancer")
        .build();
  }

  @Override
  public void check(Cluster cluster, Inspection in) {
    Service first = null;
    int more = 0;
    for (Service service : cluster.all(Service.class)) {
      boolean asks =
          service.type().known()
              && service.type().value().equals("LoadBalancer")
              && service.loadBalancer().isEmpty()
              && service.loadBalancerClass() == null
              && !LoadBalancers.isAnnotated(service)
              && !in.isBroken(service);
      if (asks && first == null) {
        first = service;
      } else if (asks) {
        more++;
      }
    }
    if (first == null || LoadBalancers.isImplemented(in)) {
      return;
    }
    Draft draft =
        in.at(first.type())
            .resource(first)
            .say(
                "the address of the `LoadBalancer` of Service `"
                    + first.name()
                    + "` depends on what implements load balancers")
            .label("made by something outside Kubernetes")
            .note("where nothing does, EXTERNAL-IP stays pending; cluster IP and node ports work");
    if (more > 0) {
      draft.note("so it is for " + more + (more == 1 ? " other Service" : " other Services"));
    }
    draft.report();
  }
}
