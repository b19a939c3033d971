package dev.hopcheck.admission;

import dev.hopcheck.schema.Decoder;
import dev.hopcheck.schema.Schemas;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the objects of a document: itself, or the items of a List (LOAD-01, DEC-07). */
public final class ApiObjects {
  /** Lists of lists; deeper ones occur in no real input (robustness 37). */
  private static final int DEEPEST_LIST = 50;

  private ApiObjects() {}

  /**
   * The objects in order of writing; none where the document is no Kubernetes object (no apiVersion
   * and no kind, as a Helm values file has it).
   */
  public static List<ApiObject> in(YamlDocument document, Schemas schemas) {
    List<ApiObject> objects = new ArrayList<>(1);
    for (ApiObject view : views(document, schemas)) {
      YamlNode node = view.root().node();
      if (node != null && Decoder.isMeantAsObject(node)) {
        objects.add(view);
      }
    }
    return objects;
  }

  /** What stands where objects do, Lists taken apart, be it an object or not. */
  public static List<ApiObject> views(YamlDocument document, Schemas schemas) {
    List<ApiObject> views = new ArrayList<>(1);
    collect(document, document.root(), schemas, 0, views);
    return views;
  }

  private static void collect(
      YamlDocument document, YamlNode node, Schemas schemas, int depth, List<ApiObject> views) {
    YamlNode items = items(node);
    if (items != null && depth < DEEPEST_LIST) {
      for (YamlNode item : items.items()) {
        collect(document, item, schemas, depth + 1, views);
      }
      return;
    }
    String apiVersion = text(node.get("apiVersion"));
    String kind = text(node.get("kind"));
    views.add(ApiObject.of(document, node, schemas.kinds().currentFor(apiVersion, kind)));
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
