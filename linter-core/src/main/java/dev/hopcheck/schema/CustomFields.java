package dev.hopcheck.schema;

import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of a custom resource that the server would prune, and that strict validation
 * reports: those that no schema specifies and none preserves.
 */
final class CustomFields {
  /**
   * A field that would be pruned.
   *
   * @param known the names that the schema specifies beside it
   */
  record Pruned(YamlEntry entry, DecodingPath path, List<String> known) {}

  private final List<Pruned> pruned = new ArrayList<>(0);

  private CustomFields() {}

  static List<Pruned> in(YamlNode root, YamlNode schema) {
    CustomFields fields = new CustomFields();
    fields.walk(root, schema, DecodingPath.ROOT, true, false);
    return fields.pruned;
  }

  private void walk(
      YamlNode node,
      @Nullable YamlNode schema,
      DecodingPath path,
      boolean object,
      boolean preserved) {
    if (schema == null || !schema.isMapping()) {
      return;
    }
    boolean keeps = preserved || isTrue(schema.get("x-kubernetes-preserve-unknown-fields"));
    if (node.isSequence()) {
      int index = 0;
      for (YamlNode item : node.items()) {
        walk(item, schema.get("items"), path.item(index), false, keeps);
        index++;
      }
    }
    if (!node.isMapping()) {
      return;
    }
    YamlNode properties = schema.get("properties");
    YamlNode others = schema.get("additionalProperties");
    boolean whole = object || isTrue(schema.get("x-kubernetes-embedded-resource"));
    for (YamlEntry entry : node.entries()) {
      YamlNode own = properties == null ? null : properties.get(entry.key());
      if (whole && isHead(entry.key())) {
        continue;
      }
      if (own != null) {
        walk(entry.value(), own, path.field(entry.key(), ""), false, keepsBelow(keeps, own));
      } else if (others != null) {
        walk(entry.value(), others, path.key(entry.key()), false, false);
      } else if (!keeps && !entry.keyNode().isPlaceholder()) {
        pruned.add(new Pruned(entry, path.field(entry.key(), ""), names(properties)));
      }
    }
  }

  /** Within preserved fields, a specified one is pruned again by its own schema. */
  private static boolean keepsBelow(boolean keeps, YamlNode own) {
    return keeps && own.get("properties") == null && own.get("items") == null;
  }

  /** Every object has these, whatever its schema says. */
  private static boolean isHead(String key) {
    return key.equals("apiVersion") || key.equals("kind") || key.equals("metadata");
  }

  private static List<String> names(@Nullable YamlNode properties) {
    List<String> names = new ArrayList<>();
    if (properties != null) {
      for (YamlEntry entry : properties.entries()) {
        names.add(entry.key());
      }
    }
    return names;
  }

  private static boolean isTrue(@Nullable YamlNode node) {
    return node != null && node.isScalar() && node.scalar().text().equals("true");
  }
}
