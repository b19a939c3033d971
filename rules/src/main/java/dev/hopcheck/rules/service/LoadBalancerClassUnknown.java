package dev.hopcheck.rules.service;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import java.util.Set;

/** Finds load balancers of a class that nothing in the input serves. */
final class LoadBalancerClassUnknown implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      A load balancer with a class is left alone by the default provider; only a controller of that class
      gives it an address.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: LoadBalancer
        loadBalancerClass: example.com/internal # expect
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
    return RuleDoc.id("load-balancer-class-unknown")
        .severity(Severity.INFO)
        .family("service")
        .summary("nothing known serves the class of a load balancer")
        .rationale(RATIONALE)
        .symptom("EXTERNAL-IP stays pending")
        .mend("Make sure that a controller serves the class.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Service, specifying class of load balancer implementation")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  private static final Set<String> KNOWN =
      Set.of(
          "service.k8s.aws/nlb",
          "eks.amazonaws.com/nlb",
          "tailscale",
          "metallb",
          "io.cilium/bgp-control-plane",
          "io.cilium/l2-announcer",
          "kube-vip.io/kube-vip-class",
          "purelb.io/purelb",
          "networking.gke.io/l4-regional-external",
          "networking.gke.io/l4-regional-internal");

  @Override
  public void check(Service service, Inspection in) {
    Located<String> name = service.loadBalancerClass();
    if (name == null || name.unknown() || in.isBroken(service) || KNOWN.contains(name.value())) {
      return;
    }
    in.at(name)
        .say("nothing known serves load balancers of class `" + name.value() + "`")
        .label("the default provider leaves it alone")
        .note("unless a controller of that class runs, EXTERNAL-IP stays pending")
        .report();
  }
}
