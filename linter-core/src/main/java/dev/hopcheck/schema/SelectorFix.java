package dev.hopcheck.schema;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Edit;
import dev.hopcheck.finding.Fix;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes {@code matchLabels} out of a Service's selector and leaves the labels themselves. */
final class SelectorFix {
  private SelectorFix() {}

  /** Null where more than labels is matched, which no Service can. */
  static @Nullable Fix of(YamlNode selector) {
    List<YamlEntry> entries = selector.entries();
    if (entries.size() != 1 || !entries.get(0).key().equals("matchLabels")) {
      return null;
    }
    YamlNode labels = entries.get(0).value();
    boolean written = labels.isMapping() && labels.via() == null && selector.via() == null;
    if (!written || labels.entries().isEmpty()) {
      return null;
    }
    SourceFile file = selector.location().file();
    boolean outer = file.at(selector.span().start()) == '{';
    boolean inner = file.at(labels.span().start()) == '{';
    if (outer || inner) {
      Span whole = selector.span();
      String text = file.text(labels.span());
      return inner ? fix(List.of(edit(file, whole.start(), whole.end(), text))) : null;
    }
    return fix(dedent(file, entries.get(0).keyNode().span().start(), labels.span()));
  }

  private static Fix fix(List<Edit> edits) {
    return new Fix("put the labels directly under `selector`", Applicability.SAFE, edits);
  }

  /** Moves the lines of the labels to where the key stood. */
  private static List<Edit> dedent(SourceFile file, int key, Span labels) {
    List<Edit> edits = new ArrayList<>();
    edits.add(edit(file, key, labels.start(), ""));
    int extra = file.position(labels.start()).column() - file.position(key).column();
    int last = file.position(labels.end()).line();
    for (int line = file.position(labels.start()).line() + 1; line <= last; line++) {
      int start = file.lineStart(line);
      int end = start;
      while (end < labels.end() && end < start + extra && file.at(end) == ' ') {
        end++;
      }
      if (end > start) {
        edits.add(edit(file, start, end, ""));
      }
    }
    return edits;
  }

  private static Edit edit(SourceFile file, int start, int end, String text) {
    return new Edit(new Location(file, new Span(start, end)), text);
  }
}
