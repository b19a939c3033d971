package dev.hopcheck.rules.service;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;

/** Finds load balancers with TCP and UDP ports. */
final class LoadBalancerMixedProtocol implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      Kubernetes allows several protocols in one load balancer, but some providers refuse it, or serve one of
      the protocols only.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: LoadBalancer
        selector:
          app: shop
        ports:
          - name: web
            port: 443
            targetPort: 8080
          - name: quic
            port: 443
            protocol: UDP # expect
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
              - containerPort: 8080
                protocol: UDP
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: LoadBalancer
        selector:
          app: shop
        ports:
          - name: web
            port: 443
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
    return RuleDoc.id("load-balancer-mixed-protocol")
        .severity(Severity.WARNING, Severity.INFO)
        .family("service")
        .summary("a load balancer has TCP and UDP ports")
        .rationale(RATIONALE)
        .symptom("EXTERNAL-IP stays pending, or one protocol is not reachable")
        .mend("Use a Service for each protocol.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Service, load balancers with mixed protocol types")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    if (!service.type().value().equals("LoadBalancer")
        || in.isBroken(service)
        || LoadBalancers.isAnnotated(service)) {
      return;
    }
    for (ServicePort port : service.ports()) {
      ServicePort first = service.ports().get(0);
      boolean known = port.protocol().known() && first.protocol().known();
      if (!known || port.protocol().value().equals(first.protocol().value())) {
        continue;
      }
      ServicePort shown = port.protocol().written() ? port : first;
      ServicePort other = shown == port ? first : port;
      in.at(shown.protocol())
          .say("load balancer `" + service.name() + "` has ports of two protocols")
          .label("`" + shown.protocol().value() + "` here")
          .related(other.port(), "`" + other.protocol().value() + "` here")
          .note("some providers refuse this, so that EXTERNAL-IP stays pending")
          .advice("use a Service for each protocol, or make sure that the provider allows it")
          .severity(
              LoadBalancers.isImplemented(in)
                      || service.loadBalancerClass() != null
                      || service.loadBalancerIp() != null
                      || !service.loadBalancer().isEmpty()
                  ? Severity.INFO
                  : Severity.WARNING)
          .report();
      return;
    }
  }
}
