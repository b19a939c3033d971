package dev.hopcheck.admission;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Edit;
import dev.hopcheck.finding.Fix;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a member into a mapping, before the first one that it has, in that one's manner. */
final class Insertion {
  private Insertion() {}

  /**
   * A fix that adds the member; null where the mapping is empty, not written here, or begins in the
   * middle of a line.
   *
   * @param member the member as it stands on a line, such as {@code type: NodePort}
   */
  static @Nullable Fix of(Field mapping, String member) {
    YamlNode node = mapping.node();
    if (node == null || !node.isMapping() || node.via() != null) {
      return null;
    }
    List<YamlEntry> entries = node.entries();
    if (entries.isEmpty() || entries.get(0).keyNode().via() != null) {
      return null;
    }
    SourceFile file = node.document().file();
    int key = entries.get(0).keyNode().span().start();
    int start = node.span().start();
    boolean flow = start < key && file.at(start) == '{';
    String text = flow ? member + ", " : blockText(file, key, member);
    if (text == null) {
      return null;
    }
    Location at = new Location(file, new Span(key, key));
    return new Fix("add `" + member + "`", Applicability.UNSAFE, List.of(new Edit(at, text)));
  }

  private static @Nullable String blockText(SourceFile file, int key, String member) {
    int line = key;
    while (line > 0 && file.at(line - 1) != '\n') {
      line--;
    }
    String indent = file.text(line, key);
    return indent.isBlank() ? member + "\n" + indent : null;
  }
}
