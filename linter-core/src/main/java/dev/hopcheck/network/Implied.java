package dev.hopcheck.network;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.admission.ApiObjects;
import dev.hopcheck.resource.ResourceReader;
import dev.hopcheck.resource.Service;
import dev.hopcheck.schema.KubernetesVersion;
import dev.hopcheck.schema.Schemas;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlLimits;
import dev.hopcheck.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** The Services that every cluster has (DNS-18): the API server's and that of the DNS itself. */
final class Implied {
  /** Where messages say that such a Service is written. */
  static final String FILE = "(every cluster)";

  private static final String MANIFESTS =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: kubernetes, namespace: default}
      spec:
        clusterIP: 10.96.0.1
        ports:
        - {name: https, port: 443, targetPort: 6443}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: kube-dns, namespace: kube-system}
      spec:
        clusterIP: 10.96.0.10
        ports:
        - {name: dns, port: 53, protocol: UDP}
        - {name: dns-tcp, port: 53}
      """;

  private Implied() {}

  /**
   * In order of namespace and name; their cluster IPs are those of a cluster with default ranges.
   */
  static List<NetworkService> services(ClusterFacts facts, Nodes nodes) {
    List<NetworkService> services = new ArrayList<>(2);
    if (facts.ipFamilies().get(0) != IpFamily.IPV4) {
      return services;
    }
    Schemas schemas = Schemas.of(KubernetesVersion.NEWEST);
    SourceFile file = SourceFile.of(FILE, MANIFESTS);
    for (YamlDocument document : YamlReader.read(file, YamlLimits.DEFAULT).documents()) {
      for (ApiObject object : ApiObjects.in(document, schemas)) {
        if (ResourceReader.read(object, true, false) instanceof Service service) {
          services.add(withEndpoint(service, nodes));
        }
      }
    }
    return services;
  }

  private static NetworkService withEndpoint(Service service, Nodes nodes) {
    IpAddress own = IpAddress.parse(service.clusterIps().get(0).value()).orElseThrow();
    NetworkNode node = nodes.all().get(0);
    IpAddress place = node.address(IpFamily.IPV4);
    List<Slice.Port> ports = new ArrayList<>();
    service
        .ports()
        .forEach(
            port ->
                ports.add(
                    new Slice.Port(
                        port.nameText(),
                        port.targetPort().value().asNumber(),
                        port.protocol().value(),
                        null)));
    Endpoint endpoint =
        new Endpoint(
            null,
            List.of(place == null ? own.toString() : place.toString()),
            true,
            true,
            false,
            null,
            null,
            null,
            null);
    return new NetworkService(
        service,
        List.of(IpFamily.IPV4),
        List.of(own),
        true,
        List.of(new Slice("IPv4", ports, List.of(endpoint), Slice.Source.IMPLIED)));
  }
}
