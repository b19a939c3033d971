package dev.hopcheck.rules.service;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;

/** Finds load balancers that ask for an address by the old field. */
final class LoadBalancerIpDeprecated implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      The field `loadBalancerIP` is deprecated. Providers need not heed it, and most have an annotation
      instead.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: LoadBalancer
        loadBalancerIP: 203.0.113.10 # expect
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
    return RuleDoc.id("load-balancer-ip-deprecated")
        .severity(Severity.INFO)
        .family("service")
        .summary("`loadBalancerIP` is deprecated and may be ignored")
        .rationale(RATIONALE)
        .symptom("the load balancer gets another address")
        .mend("Use the annotation of the provider.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes API: ServiceSpec, loadBalancerIP")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    Located<String> address = service.loadBalancerIp();
    if (address == null || in.isBroken(service)) {
      return;
    }
    in.at(address)
        .say("`loadBalancerIP` is deprecated; the provider may ignore `" + address.value() + "`")
        .label("not heeded by all providers")
        .note("the Service may get another address than `" + address.value() + "`")
        .advice("use the annotation of the provider")
        .report();
  }
}
