package dev.hopcheck.engine;

import dev.hopcheck.admission.Admission;
import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.admission.ServerFacts;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.resource.KustomizationReader;
import dev.hopcheck.schema.Decoded;
import dev.hopcheck.schema.Decoder;
import dev.hopcheck.schema.KubernetesVersion;
import dev.hopcheck.schema.Schemas;
import dev.hopcheck.yaml.DuplicateKeyFindings;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the objects of documents and asks what the API server says of each. */
final class ObjectReader {
  /** Lists of lists; deeper ones occur in no real input (robustness 37). */
  private static final int DEEPEST_LIST = 50;

  private final Schemas schemas;
  private final Decoder decoder;
  private final Admission admission;

  ObjectReader(KubernetesVersion version) {
    schemas = Schemas.of(version);
    decoder = new Decoder(schemas);
    admission = new Admission(ServerFacts.of(version));
  }

  Schemas schemas() {
    return schemas;
  }

  /**
   * The objects of a document, Lists taken apart (LOAD-01); none where it is no Kubernetes object.
   */
  List<ApiObject> in(YamlDocument document) {
    List<ApiObject> objects = new ArrayList<>(1);
    collect(document, document.root(), objects, 0);
    return objects;
  }

  private void collect(YamlDocument document, YamlNode node, List<ApiObject> objects, int depth) {
    YamlNode items = items(node);
    if (items != null && depth < DEEPEST_LIST) {
      for (YamlNode item : items.items()) {
        collect(document, item, objects, depth + 1);
      }
      return;
    }
    ApiObject object = object(document, node);
    if (Decoder.isMeantAsObject(node) || KustomizationReader.isKustomization(object)) {
      objects.add(object);
    }
  }

  private ApiObject object(YamlDocument document, YamlNode node) {
    String apiVersion = text(node.get("apiVersion"));
    String kind = text(node.get("kind"));
    return ApiObject.of(document, node, schemas.kinds().currentFor(apiVersion, kind));
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
    List<Finding> strict = new ArrayList<>(doubled(object, node));
    strict.addAll(decoded.findings());
    strict.sort(null);
    return new FileReading.Checked(
        object,
        decoded.goesOn() ? admission.admit(object, strict) : strict,
        decoded.status() != Decoded.Status.NOT_BUILT_IN);
  }

  /** Doubled keys of the object itself, where its document holds several. */
  private static List<Finding> doubled(ApiObject object, YamlNode node) {
    YamlDocument document = object.document();
    if (document.duplicates().isEmpty()) {
      return List.of();
    }
    List<Finding> own = new ArrayList<>();
    for (Finding finding : DuplicateKeyFindings.of(document, object.ref())) {
      if (node.span().contains(finding.location().span())) {
        own.add(finding);
      }
    }
    return own;
  }

  /** The items of a {@code List} or of a typed list; null where the node is none. */
  private static @Nullable YamlNode items(YamlNode node) {
    String kind = text(node.get("kind"));
    if (!kind.endsWith("List") || node.get("apiVersion") == null) {
      return null;
    }
    YamlNode items = node.get("items");
    return items != null && items.isSequence() ? items : null;
  }

  private static String text(@Nullable YamlNode node) {
    return node == null || !node.isScalar() ? "" : node.text();
  }
}
