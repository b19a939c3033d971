package dev.hopcheck.rules.service;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;
import java.util.HashMap;
import java.util.Map;

/** Finds cluster IPs that two Services want. */
final class ClusterIpConflict implements ClusterRule {
  private static final String RATIONALE =
      """
      A cluster IP belongs to one Service in the whole cluster. The API server refuses the Service that comes
      second.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        clusterIP: 10.96.10.10
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: shop-test
      spec:
        clusterIP: 10.96.10.10 # expect
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
        clusterIP: 10.96.10.10
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: shop-test
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
    return RuleDoc.id("cluster-ip-conflict")
        .severity(Severity.ERROR, Severity.WARNING)
        .family("service")
        .summary("two Services want the same cluster IP")
        .rationale(RATIONALE)
        .symptom("rejected by the API server: provided IP is already allocated")
        .mend("Give one of the Services another address, or leave it to the API server.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Service ClusterIP allocation")
        .build();
  }

  private record Use(Service service, Located<String> address) {}

  @Override
  public void check(Cluster cluster, Inspection in) {
    Map<String, Use> taken = new HashMap<>();
    for (Service service : cluster.all(Service.class)) {
      if (in.isBroken(service) || service.headless() || service.isExternalName()) {
        continue;
      }
      for (Located<String> address : service.clusterIps()) {
        if (address.unknown() || address.value().isEmpty()) {
          continue;
        }
        Use first = taken.putIfAbsent(address.value(), new Use(service, address));
        if (first != null && first.service() != service) {
          report(first, new Use(service, address), in);
        }
      }
    }
  }

  private static void report(Use first, Use second, Inspection in) {
    in.at(second.address())
        .resource(second.service())
        .say(
            "cluster IP `"
                + second.address().value()
                + "` belongs to Service `"
                + Services.name(first.service())
                + "` already")
        .label("wanted here too")
        .related(first.address(), "taken by Service `" + Services.name(first.service()) + "`")
        .note(
            "the API server refuses the Service that comes second: `provided IP is already"
                + " allocated`")
        .advice("choose another address, or leave `clusterIP` out")
        .severity(Services.weightOfClash(first.service(), second.service(), in.cluster()))
        .report();
  }
}
