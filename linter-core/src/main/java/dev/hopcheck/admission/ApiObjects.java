package dev.hopcheck.admission;

import dev.hopcheck.schema.ObjectType;
import dev.hopcheck.schema.Schemas;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the objects of a document: itself, or the items of a List (LOAD-01, DEC-07). */
public final class ApiObjects {
  /** Lists within lists deeper than this are no lists that anything makes. */
  private static final int DEEPEST = 10;

  private ApiObjects() {}

  /**
   * The objects in order of writing; none where the document is no Kubernetes object (no apiVersion
   * and no kind, as a Helm values file has it). A List without items gives none.
   */
  public static List<ApiObject> in(YamlDocument document, Schemas schemas) {
    List<ApiObject> objects = new ArrayList<>(1);
    collect(document, document.root(), schemas, 0, objects);
    return objects;
  }

  /** Whether a node looks like an object or a list of objects, as opposed to any other YAML. */
  public static boolean isObject(YamlNode node) {
    return node.isMapping() && (node.get("apiVersion") != null || node.get("kind") != null);
  }

  private static void collect(
      YamlDocument document, YamlNode node, Schemas schemas, int depth, List<ApiObject> objects) {
    if (!isObject(node)) {
      return;
    }
    YamlNode items = node.get("items");
    if (isList(node, items)) {
      if (items != null && depth < DEEPEST) {
        for (YamlNode item : items.items()) {
          collect(document, item, schemas, depth + 1, objects);
        }
      }
      return;
    }
    String apiVersion = text(node, "apiVersion");
    String kind = text(node, "kind");
    @Nullable ObjectType type = schemas.kinds().currentFor(apiVersion, kind);
    objects.add(ApiObject.of(document, node, type));
  }

  /** {@code kind: List}, and typed lists such as {@code ServiceList} with items. */
  private static boolean isList(YamlNode node, @Nullable YamlNode items) {
    String kind = text(node, "kind");
    if (kind.equals("List")) {
      return true;
    }
    return kind.endsWith("List") && items != null && (items.isSequence() || items.isNull());
  }

  private static String text(YamlNode node, String key) {
    YamlNode value = node.get(key);
    return value == null || !value.isScalar() ? "" : value.scalar().text();
  }
}
