package dev.hopcheck.rules.service;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds node ports that two Services want. */
final class NodePortConflict implements ClusterRule {
  private static final String RATIONALE =
      """
      A node port belongs to one Service in the whole cluster, whatever its namespace or protocol. The API
      server refuses the Service that comes second.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: NodePort
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
            nodePort: 30080
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: shop-test
      spec:
        type: NodePort
        selector:
          app: shop
        ports:
          - port: 81
            targetPort: 8080
            nodePort: 30080 # expect
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
        type: NodePort
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8080
            nodePort: 30080
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: shop-test
      spec:
        type: NodePort
        selector:
          app: shop
        ports:
          - port: 81
            targetPort: 8080
            nodePort: 30081
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
    return RuleDoc.id("node-port-conflict")
        .severity(Severity.ERROR, Severity.WARNING)
        .family("service")
        .summary("two Services want the same node port")
        .rationale(RATIONALE)
        .symptom("rejected by the API server: provided port is already allocated")
        .mend("Give one of the Services another node port, or leave it to the API server.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Service, choosing your own port")
        .build();
  }

  private record Use(Service service, Located<Integer> port) {}

  @Override
  public void check(Cluster cluster, Inspection in) {
    Map<Integer, Use> taken = new HashMap<>();
    for (Service service : cluster.all(Service.class)) {
      if (in.isBroken(service)) {
        continue;
      }
      for (Located<Integer> port : nodePorts(service)) {
        Use first = taken.putIfAbsent(port.value(), new Use(service, port));
        if (first != null && first.service() != service) {
          report(first, new Use(service, port), in);
        }
      }
    }
  }

  private static List<Located<Integer>> nodePorts(Service service) {
    List<Located<Integer>> ports = new ArrayList<>();
    for (ServicePort port : service.ports()) {
      if (port.nodePort() != null && port.nodePort().known()) {
        ports.add(port.nodePort());
      }
    }
    Located<Integer> health = service.healthCheckNodePort();
    if (health != null && health.known()) {
      ports.add(health);
    }
    return ports;
  }

  private static void report(Use first, Use second, Inspection in) {
    int number = second.port().value();
    in.at(second.port())
        .resource(second.service())
        .say(
            "node port `"
                + number
                + "` belongs to Service `"
                + Services.name(first.service())
                + "` already")
        .label("wanted here too")
        .related(first.port(), "taken by Service `" + Services.name(first.service()) + "`")
        .note(
            "the API server answers `Invalid value: "
                + number
                + ": provided port is already allocated` to the Service that comes second")
        .advice("choose another number, or leave `nodePort` out")
        .severity(Services.weightOfClash(first.service(), second.service(), in.cluster()))
        .report();
  }
}
