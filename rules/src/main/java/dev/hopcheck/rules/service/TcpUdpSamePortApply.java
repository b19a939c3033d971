package dev.hopcheck.rules.service;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import java.util.HashMap;
import java.util.Map;

/** Finds port numbers that a Service has for two protocols. */
final class TcpUdpSamePortApply implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      `kubectl apply` merges the ports of a Service by number alone. When a Service that exists gets the same
      number for a second protocol, one of the two may be lost.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        selector:
          app: shop
        ports:
          - name: dns
            port: 5353
            targetPort: 8080
          - name: dns-udp
            port: 5353 # expect
            targetPort: 8080
            protocol: UDP
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
        selector:
          app: shop
        ports:
          - name: dns
            port: 5353
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
    return RuleDoc.id("tcp-udp-same-port-apply")
        .severity(Severity.INFO)
        .family("service")
        .summary("client-side apply may lose one of two protocols")
        .rationale(RATIONALE)
        .symptom("one of the protocols is not reachable after an update")
        .mend("Use `kubectl apply --server-side`.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes API: ServicePort; server-side apply")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    if (in.isBroken(service) || service.namespace().equals("kube-system")) {
      return;
    }
    Map<Integer, ServicePort> seen = new HashMap<>();
    for (ServicePort second : service.ports()) {
      if (!second.port().known()) {
        continue;
      }
      ServicePort first = seen.putIfAbsent(second.port().value(), second);
      if (first != null) {
        in.at(second.port())
            .say("port `" + second.port().value() + "` stands here for two protocols")
            .label(second.protocol().value())
            .related(first.port(), first.protocol().value())
            .note("`kubectl apply` merges by number alone and may lose one of them in an update")
            .advice("use `kubectl apply --server-side`")
            .report();
        return;
      }
    }
  }
}
