package dev.hopcheck.rules.service;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;

/** Finds session affinity behind something that hides the client. */
final class SessionAffinityBehindProxy implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      Affinity goes by the source address. Behind an Ingress, or a load balancer that hides client addresses,
      all clients have the same one and stick to one pod.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: LoadBalancer
        sessionAffinity: ClientIP # expect
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
        externalTrafficPolicy: Local
        sessionAffinity: ClientIP
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
    return RuleDoc.id("session-affinity-behind-proxy")
        .severity(Severity.INFO)
        .family("service")
        .summary("session affinity sees a proxy, not the client")
        .rationale(RATIONALE)
        .symptom("all clients reach one pod")
        .mend("Use the affinity of the ingress controller, or `externalTrafficPolicy: Local`.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: virtual IPs, session affinity")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    if (!service.sessionAffinity().value().equals("ClientIP")
        || service.headless()
        || in.isBroken(service)) {
      return;
    }
    Located<String> policy = service.externalTrafficPolicy();
    boolean hidden =
        service.type().value().equals("LoadBalancer")
            && (policy == null || policy.value().equals("Cluster"));
    boolean fronted = !in.cluster().backendsTo(service.namespace(), service.name()).isEmpty();
    if (!hidden && !fronted) {
      return;
    }
    in.at(service.sessionAffinity())
        .say("affinity `ClientIP` of Service `" + service.name() + "` sees a proxy, not the client")
        .label("goes by the source address")
        .note(
            fronted
                ? "requests through an Ingress come from the ingress controller"
                : "with `externalTrafficPolicy: Cluster` connections come from nodes")
        .advice("use the affinity of what stands in front")
        .report();
  }
}
