package dev.hopcheck.rule;

import dev.hopcheck.source.Span;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Finds the outermost document, entry or item that starts on a line.
 *
 * @param start where the line starts
 * @param end where the line ends
 */
record SuppressionScope(int start, int end) {
  /** The range of what starts on the line; null where nothing does. */
  @Nullable Span in(YamlDocument document) {
    YamlNode root = document.root();
    return starts(root) ? document.span() : under(root);
  }

  private @Nullable Span under(YamlNode node) {
    if (node.isMapping()) {
      for (YamlEntry entry : node.entries()) {
        if (entry.merged()) {
          continue;
        }
        if (starts(entry.keyNode())) {
          return range(entry);
        }
        Span inside = below(entry.value());
        if (inside != null) {
          return inside;
        }
      }
      return null;
    }
    for (YamlNode item : node.items()) {
      if (item.via() == null && starts(item)) {
        return item.span();
      }
      Span inside = below(item);
      if (inside != null) {
        return inside;
      }
    }
    return null;
  }

  /** Looks into a node that may hold the line; what an alias leads to is written elsewhere. */
  private @Nullable Span below(YamlNode node) {
    boolean holds = node.via() == null && node.span().start() <= end && start <= node.span().end();
    return holds ? under(node) : null;
  }

  private static Span range(YamlEntry entry) {
    Span key = entry.keyNode().span();
    YamlNode value = entry.value();
    int last = value.via() == null ? value.span().end() : key.end();
    return new Span(key.start(), Math.max(key.end(), last));
  }

  private boolean starts(YamlNode node) {
    int at = node.span().start();
    return start <= at && at <= end;
  }
}
