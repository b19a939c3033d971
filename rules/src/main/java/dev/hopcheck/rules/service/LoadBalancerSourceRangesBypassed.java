package dev.hopcheck.rules.service;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import java.util.List;

/** Finds source ranges that node ports get round. */
final class LoadBalancerSourceRangesBypassed implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      `loadBalancerSourceRanges` filters what comes to the address of the load balancer. The node ports behind
      it are open to whoever reaches a node.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: LoadBalancer
        loadBalancerSourceRanges:
          - 198.51.100.0/24 # expect
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
        type: LoadBalancer
        allocateLoadBalancerNodePorts: false
        loadBalancerSourceRanges:
          - 198.51.100.0/24
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
    return RuleDoc.id("load-balancer-source-ranges-bypassed")
        .severity(Severity.INFO)
        .family("service")
        .summary("source ranges do not cover the node ports")
        .rationale(RATIONALE)
        .symptom("clients outside of the ranges reach the Service by node ports")
        .mend("Set `allocateLoadBalancerNodePorts: false`, or filter at the nodes.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes API: ServiceSpec, loadBalancerSourceRanges")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    List<Located<String>> ranges = service.loadBalancerSourceRanges();
    if (ranges.isEmpty() || !service.opensNodePorts() || in.isBroken(service)) {
      return;
    }
    for (Located<String> range : ranges) {
      if (range.unknown() || range.value().equals("0.0.0.0/0") || range.value().equals("::/0")) {
        return;
      }
    }
    in.at(ranges.get(0))
        .say("source ranges of Service `" + service.name() + "` do not cover its node ports")
        .label("filters the load balancer's address only")
        .note("whoever reaches a node reaches the Service by its node port")
        .advice("set `allocateLoadBalancerNodePorts: false`, or filter at the nodes")
        .report();
  }
}
