package dev.hopcheck.engine;

import dev.hopcheck.admission.Admission;
import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.admission.ApiObjects;
import dev.hopcheck.admission.ServerFacts;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.network.ClusterFacts;
import dev.hopcheck.resource.KustomizationReader;
import dev.hopcheck.schema.Decoded;
import dev.hopcheck.schema.Decoder;
import dev.hopcheck.schema.KubernetesVersion;
import dev.hopcheck.schema.Schemas;
import dev.hopcheck.value.Cidr;
import dev.hopcheck.value.PortRange;
import dev.hopcheck.yaml.DuplicateKeyFindings;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the objects of documents and asks what the API server says of each. */
final class ObjectReader {
  private final Schemas schemas;
  private final Decoder decoder;
  private final Admission admission;

  /**
   * @param cluster what is known of it; null for nothing
   */
  ObjectReader(KubernetesVersion version, @Nullable ClusterFacts cluster) {
    schemas = Schemas.of(version);
    decoder = new Decoder(schemas);
    ServerFacts server = ServerFacts.of(version);
    admission = new Admission(cluster == null ? server : server(server, cluster));
  }

  private static ServerFacts server(ServerFacts unknown, ClusterFacts cluster) {
    PortRange nodePorts = cluster.nodePorts();
    Cidr services = cluster.serviceCidr();
    return new ServerFacts(
        unknown.version(),
        nodePorts.first(),
        nodePorts.last(),
        unknown.ipv4(),
        unknown.ipv6(),
        services == null ? null : services.toString());
  }

  Schemas schemas() {
    return schemas;
  }

  /** The objects of a document; a kustomization counts as one. */
  List<ApiObject> in(YamlDocument document) {
    List<ApiObject> objects = new ArrayList<>(1);
    for (ApiObject view : ApiObjects.views(document, schemas)) {
      YamlNode node = view.root().node();
      if (node != null && Secrecy.isSecret(view.kind(), node)) {
        document.file().keepSecret(node.span());
      }
      if (node != null && KustomizationReader.isKustomization(view)) {
        YamlNode literals = node.get("secretGenerator");
        if (literals != null) {
          document.file().keepSecret(literals.span());
        }
      }
      boolean meant = node != null && Decoder.isMeantAsObject(node);
      if (meant || KustomizationReader.isKustomization(view)) {
        objects.add(view);
      }
    }
    return objects;
  }

  /** Whatever stands where objects do, patches without a kind too. */
  List<ApiObject> views(YamlDocument document) {
    return ApiObjects.views(document, schemas);
  }

  /** What the API server says of the object; a kustomization never gets there. */
  FileReading.Checked check(ApiObject object) {
    if (KustomizationReader.isKustomization(object)) {
      return new FileReading.Checked(object, List.of(), true);
    }
    YamlNode node = object.root().node();
    if (node == null) {
      return new FileReading.Checked(object, List.of(), true);
    }
    Decoded decoded = decoder.decode(object.document(), node, null);
    List<Finding> strict = decoded.findings();
    if (!object.document().duplicates().isEmpty()) {
      strict = new ArrayList<>(DuplicateKeyFindings.of(node, object.ref()));
      strict.addAll(decoded.findings());
    }
    if (strict.size() > 1) {
      strict = new ArrayList<>(strict);
      strict.sort(null);
    }
    return new FileReading.Checked(
        object,
        decoded.goesOn() ? admission.admit(object, strict) : strict,
        decoded.status() != Decoded.Status.NOT_BUILT_IN);
  }
}
