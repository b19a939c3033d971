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

/** Makes a list of one item out of a mapping that stands where a list is needed. */
final class ListFix {
  private ListFix() {}

  /** Null where the mapping is no item either, so that nobody can tell what was meant. */
  static @Nullable Fix of(YamlNode mapping, FieldType element) {
    if (mapping.via() != null || !isItem(mapping, element)) {
      return null;
    }
    SourceFile file = mapping.location().file();
    Span span = mapping.span();
    List<Edit> edits = new ArrayList<>();
    if (file.at(span.start()) == '{') {
      edits.add(insert(file, span.start(), "["));
      edits.add(insert(file, span.end(), "]"));
    } else {
      edits.add(insert(file, span.start(), "- "));
      int last = file.position(span.end()).line();
      for (int line = file.position(span.start()).line() + 1; line <= last; line++) {
        if (!file.line(line).isBlank() && file.lineStart(line) < span.end()) {
          edits.add(insert(file, file.lineStart(line), "  "));
        }
      }
    }
    return new Fix("make it a list of one item", Applicability.SAFE, edits);
  }

  private static boolean isItem(YamlNode mapping, FieldType element) {
    List<YamlEntry> entries = mapping.entries();
    if (!(element instanceof FieldType.Struct struct) || entries.isEmpty()) {
      return false;
    }
    for (YamlEntry entry : entries) {
      if (entry.merged() || struct.type().field(entry.key()) == null) {
        return false;
      }
    }
    return true;
  }

  private static Edit insert(SourceFile file, int offset, String text) {
    return new Edit(new Location(file, new Span(offset, offset)), text);
  }
}
