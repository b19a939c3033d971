package dev.hopcheck.rules.service;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;

/** Finds external addresses of headless Services. */
final class ExternalIpsHeadless implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      Traffic for `externalIPs` is routed by kube-proxy, which does nothing for a headless Service. Nothing
      answers at these addresses.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        clusterIP: None
        externalIPs:
          - 192.0.2.10 # expect
        selector:
          app: shop
        ports:
          - port: 8080
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
        externalIPs:
          - 192.0.2.10
        selector:
          app: shop
        ports:
          - port: 8080
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
    return RuleDoc.id("external-ips-headless")
        .severity(Severity.WARNING)
        .family("service")
        .summary("external addresses have no effect on a headless Service")
        .rationale(RATIONALE)
        .symptom("timeout")
        .mend("Remove `clusterIP: None`, or remove `externalIPs`.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Service, external IPs")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    if (!service.headless() || service.externalIps().isEmpty() || in.isBroken(service)) {
      return;
    }
    in.at(service.externalIps().get(0))
        .say("`externalIPs` have no effect on headless Service `" + service.name() + "`")
        .label("nothing answers here")
        .related(service.clusterIps().get(0), "headless: kube-proxy does nothing for it")
        .note("connections to these addresses time out")
        .advice("give the Service a cluster IP, or remove `externalIPs`")
        .report();
  }
}
