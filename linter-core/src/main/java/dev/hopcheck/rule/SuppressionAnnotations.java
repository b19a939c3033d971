package dev.hopcheck.rule;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.source.Span;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the annotations {@code hopcheck.dev/ignore: "ID[, ID] [until DATE] -- reason"}: each means
 * its own object with all that is in it. Other places of the key, in a pod template say, silence
 * nothing and are reported.
 */
final class SuppressionAnnotations {
  static final String KEY = "hopcheck.dev/ignore";

  private final SuppressionScanner scanner;

  SuppressionAnnotations(SuppressionScanner scanner) {
    this.scanner = scanner;
  }

  void scan(List<YamlDocument> documents, List<Suppression> found, List<Finding> findings) {
    for (YamlDocument document : documents) {
      YamlNode root = document.root();
      YamlNode items = root.get("items");
      YamlNode kind = root.get("kind");
      boolean list =
          items != null && items.isSequence() && kind != null && kind.text().endsWith("List");
      YamlNode own = list ? null : annotations(root);
      if (own != null) {
        object(own, document.span(), found, findings);
      }
      if (list && items != null) {
        for (YamlNode item : items.items()) {
          YamlNode at = annotations(item);
          if (at != null && item.via() == null) {
            object(at, item.span(), found, findings);
          }
        }
      }
      elsewhere(root, list ? "list" : "object", findings);
    }
  }

  private static @Nullable YamlNode annotations(YamlNode object) {
    YamlNode metadata = object.get("metadata");
    return metadata == null ? null : metadata.get("annotations");
  }

  private void object(
      YamlNode annotations, Span scope, List<Suppression> found, List<Finding> findings) {
    YamlEntry entry = annotations.entry(KEY);
    if (entry == null || entry.merged()) {
      return;
    }
    YamlNode value = entry.value();
    if (!value.isScalar() || value.isNull()) {
      findings.add(
          SuppressionScanner.invalid(
              "suppression is no text", entry.keyNode().location(), "annotation"));
      return;
    }
    SuppressionComment read = SuppressionComment.ofAnnotation(value.text());
    String fault = read.fault();
    if (fault != null) {
      findings.add(SuppressionScanner.invalid(fault, value.location(), "annotation"));
    } else {
      scanner.add(read, value.location(), scope, found, findings);
    }
  }

  /**
   * Reports the key where it means no object.
   *
   * @param kind of the node: {@code object}, {@code metadata} of one, its {@code annotations}, a
   *     {@code list} of objects, or other
   */
  private void elsewhere(YamlNode node, String kind, List<Finding> findings) {
    if (node.via() != null) {
      return;
    }
    for (YamlEntry entry : node.entries()) {
      boolean lost = entry.key().equals(KEY) && !kind.equals("annotations") && !entry.merged();
      if (lost) {
        findings.add(
            SuppressionScanner.invalid(
                "`" + KEY + "` belongs to `metadata.annotations` of an object",
                entry.keyNode().location(),
                "annotation"));
      }
      String below =
          kind.equals("object") && entry.key().equals("metadata")
              ? "metadata"
              : kind.equals("metadata") && entry.key().equals("annotations")
                  ? "annotations"
                  : kind.equals("list") && entry.key().equals("items") ? "items" : "other";
      elsewhere(entry.value(), below, findings);
    }
    for (YamlNode item : node.items()) {
      elsewhere(item, kind.equals("items") ? "object" : "other", findings);
    }
  }
}
