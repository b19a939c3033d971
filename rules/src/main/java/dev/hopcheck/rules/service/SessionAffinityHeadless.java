package dev.hopcheck.rules.service;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;

/** Finds headless Services with session affinity. */
final class SessionAffinityHeadless implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      Session affinity is the work of kube-proxy. Clients of a headless Service pick an address themselves.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        clusterIP: None
        sessionAffinity: ClientIP # expect
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
        sessionAffinity: ClientIP
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
    return RuleDoc.id("session-affinity-headless")
        .severity(Severity.INFO)
        .family("service")
        .summary("session affinity has no effect on a headless Service")
        .rationale(RATIONALE)
        .symptom("clients change between pods")
        .mend("Remove `sessionAffinity`, or give the Service a cluster IP.")
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
    boolean sticky = service.sessionAffinity().value().equals("ClientIP");
    if (!service.headless() || !sticky || in.isBroken(service)) {
      return;
    }
    in.at(service.sessionAffinity())
        .say("`sessionAffinity` has no effect on headless Service `" + service.name() + "`")
        .label("ignored")
        .related(service.clusterIps().get(0), "headless: clients pick an address themselves")
        .advice("remove it, or give the Service a cluster IP")
        .report();
  }
}
