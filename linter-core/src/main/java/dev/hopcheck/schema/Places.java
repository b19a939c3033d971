package dev.hopcheck.schema;

import dev.hopcheck.source.Location;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a finding points: at a scalar or a key, never at a whole block. */
final class Places {
  private Places() {}

  /** A scalar itself, else the key that leads to the value, else the first scalar in it. */
  static Location of(YamlNode node, @Nullable YamlNode key) {
    if (node.isScalar()) {
      return node.location();
    }
    return key == null ? first(node) : key.location();
  }

  /** The first scalar of a node; an empty collection gives its brackets. */
  static Location first(YamlNode node) {
    YamlNode at = node;
    while (!at.isScalar()) {
      List<YamlEntry> entries = at.entries();
      List<YamlNode> items = at.items();
      if (!entries.isEmpty()) {
        at = entries.get(0).keyNode();
      } else if (!items.isEmpty()) {
        at = items.get(0);
      } else {
        break;
      }
    }
    return at.location();
  }

  /** Text of the input as findings show it: at most 60 characters. */
  static String cut(String text) {
    return text.length() <= 60 ? text : text.substring(0, 59) + "…";
  }
}
