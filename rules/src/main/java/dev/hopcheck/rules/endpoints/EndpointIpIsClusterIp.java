package dev.hopcheck.rules.endpoints;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.EndpointSlice;
import dev.hopcheck.resource.Endpoints;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.value.IpAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds endpoints whose address is the virtual one of a Service. */
final class EndpointIpIsClusterIp implements ClusterRule {
  private static final String RATIONALE =
      """
      A cluster IP exists only in the rules of each node, and such rules are not applied twice:
      kube-proxy does not send traffic from one cluster IP on to another.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: db
      spec:
        clusterIP: 10.96.0.50
        selector:
          app: db
        ports:
          - port: 5432
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: db
      spec:
        selector:
          matchLabels:
            app: db
        template:
          metadata:
            labels:
              app: db
          spec:
            containers:
              - name: main
                image: registry.example.com/db:1.4
                ports:
                  - containerPort: 5432
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: legacy
      spec:
        ports:
          - port: 80
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata:
        name: legacy-1
        labels:
          kubernetes.io/service-name: legacy
      addressType: IPv4
      ports:
        - port: 8080
      endpoints:
        - addresses:
            - 10.96.0.50 # expect
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: db
      spec:
        clusterIP: 10.96.0.50
        selector:
          app: db
        ports:
          - port: 5432
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: db
      spec:
        selector:
          matchLabels:
            app: db
        template:
          metadata:
            labels:
              app: db
          spec:
            containers:
              - name: main
                image: registry.example.com/db:1.4
                ports:
                  - containerPort: 5432
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: legacy
      spec:
        ports:
          - port: 80
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata:
        name: legacy-1
        labels:
          kubernetes.io/service-name: legacy
      addressType: IPv4
      ports:
        - port: 8080
      endpoints:
        - addresses:
            - 192.0.2.10
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("endpoint-ip-is-cluster-ip")
        .severity(Severity.ERROR)
        .family("endpoints")
        .summary("an endpoint has the cluster IP of a Service")
        .rationale(RATIONALE)
        .symptom("connections time out")
        .mend(
            "Use the addresses of the pods, an ExternalName Service, or the other Service itself.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Services without selectors, endpoint addresses")
        .build();
  }

  @Override
  public void check(Cluster cluster, Inspection in) {
    Map<IpAddress, Service> virtual = new HashMap<>();
    for (Service service : cluster.all(Service.class)) {
      for (Located<String> ip : service.clusterIps()) {
        Optional<IpAddress> parsed = ip.known() ? IpAddress.parse(ip.value()) : Optional.empty();
        parsed.ifPresent(address -> virtual.putIfAbsent(address, service));
      }
    }
    if (virtual.isEmpty()) {
      return;
    }
    for (EndpointSlice slice : cluster.all(EndpointSlice.class)) {
      for (EndpointSlice.Endpoint endpoint : slice.endpoints()) {
        for (Located<String> address : endpoint.addresses()) {
          check(address, virtual, in);
        }
      }
    }
    for (Endpoints endpoints : cluster.all(Endpoints.class)) {
      for (Endpoints.Subset subset : endpoints.subsets()) {
        for (Endpoints.Address address : subset.addresses()) {
          check(address.ip(), virtual, in);
        }
      }
    }
  }

  private static void check(
      Located<String> address, Map<IpAddress, Service> virtual, Inspection in) {
    Optional<IpAddress> parsed =
        address.known() ? IpAddress.parse(address.value()) : Optional.empty();
    Service service = parsed.isPresent() ? virtual.get(parsed.get()) : null;
    if (service == null) {
      return;
    }
    in.at(address)
        .say(
            "endpoint `"
                + address.value()
                + "` is the cluster IP of Service `"
                + service.name()
                + "`")
        .label("a virtual address")
        .related(service.clusterIps().get(0), "the cluster IP of `" + service.name() + "`")
        .note(
            "kube-proxy does not send traffic from one cluster IP on to another: connections time out")
        .advice(
            "use addresses of pods or machines, or let clients use Service `"
                + service.name()
                + "`")
        .report();
  }
}
