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
      if (!document.isMapping(id)) {
        continue;
      }
      boolean template = document.isPlaceholder(id);
      for (int key = id + 1, value; key < document.behind(id); key = document.after(value)) {
        value = document.after(key);
        String message = template ? null : KeyText.refusal(document, document.target(key));
        if (message != null) {
          return new Refusal(document.span(key).start(), message);
        }
        if (document.isMergeKey(key) && !isMergeable(document, value)) {
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
    if (document.isMapping(document.target(value))) {
      return true;
    }
    if (!document.isSequence(value)) {
      return false;
    }
    for (int item = value + 1; item < document.behind(value); item = document.after(item)) {
      if (!document.isMapping(document.target(item))) {
        return false;
      }
    }
    return true;
  }
}
