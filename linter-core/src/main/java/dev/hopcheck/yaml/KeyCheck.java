package dev.hopcheck.yaml;

import org.jspecify.annotations.Nullable;

/**
 * Finds keys that YAML takes and clients do not: null, collections, and a {@code <<} that merges no
 * mapping.
 */
final class KeyCheck {
  record Refusal(int offset, String message) {}

  private KeyCheck() {}

  static @Nullable Refusal first(YamlDocument document) {
    for (int id = 0; id < document.nodes(); id++) {
      if (document.isAlias(id) || document.kind(id) != YamlNode.Kind.MAPPING) {
        continue;
      }
      int count = document.childCount(id);
      boolean template = Placeholder.is(document, id);
      for (int i = 0; i < count; i += 2) {
        int key = document.childId(id, i);
        String message = template ? null : KeyText.refusal(document, document.target(key));
        if (message != null) {
          return new Refusal(document.span(key).start(), message);
        }
        if (document.isMergeKey(key) && !isMergeable(document, document.childId(id, i + 1))) {
          return new Refusal(
              document.span(key).start(),
              "`<<` needs a mapping or a list of mappings as its value");
        }
      }
    }
    return null;
  }

  /** A mapping, an alias of one, or a written list of these. */
  private static boolean isMergeable(YamlDocument document, int value) {
    if (document.kind(document.target(value)) == YamlNode.Kind.MAPPING) {
      return true;
    }
    if (document.isAlias(value) || document.kind(value) != YamlNode.Kind.SEQUENCE) {
      return false;
    }
    for (int i = 0; i < document.childCount(value); i++) {
      int item = document.target(document.childId(value, i));
      if (document.kind(item) != YamlNode.Kind.MAPPING) {
        return false;
      }
    }
    return true;
  }
}
