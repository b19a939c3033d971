package dev.hopcheck.yaml;

import dev.hopcheck.finding.Problem;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads texts with both readers and counts what the fast one takes. */
final class ReaderTwins {
  private final KeyTable keys = new KeyTable();
  private final SharedTexts texts = new SharedTexts();
  private long bytes;
  private long takenBytes;
  private long documents;
  private long taken;

  /** What the fast reader makes of a text differently, a line each; empty where nothing. */
  List<String> differences(String text) {
    SourceFile file = SourceFile.of("twin.yaml", text);
    FastReader fast = new FastReader(file, YamlLimits.DEFAULT, keys, texts);
    DocumentSplitter parts = new DocumentSplitter(file.bytes(), new Span(0, file.length()));
    List<String> found = new ArrayList<>();
    while (parts.hasNext()) {
      Span part = parts.next();
      if (parts.separatorText() < 0) {
        compare(file, part, fast, found);
      }
      parts.advance();
    }
    return found;
  }

  /** Whether the fast reader takes all documents of a text. */
  boolean takes(String text) {
    long declined = documents - taken;
    differences(text);
    return documents - taken == declined;
  }

  private void compare(SourceFile file, Span part, FastReader fast, List<String> into) {
    documents++;
    bytes += part.end() - part.start();
    YamlDocument document = fast.read(0, part);
    if (fast.declined()) {
      return;
    }
    taken++;
    takenBytes += part.end() - part.start();
    PartScan scan = PartScan.of(file, part);
    ReferenceReader reader =
        new ReferenceReader(file, 0, part, scan, YamlLimits.DEFAULT, false, texts);
    YamlDocument reference = scan.blank ? null : reader.read();
    Problem problem = reader.problem();
    if (problem != null || scan.forbidden >= 0) {
      into.add("taken in spite of " + (problem == null ? "a control character" : problem));
      return;
    }
    List<String> one = document == null ? List.of() : described(document);
    List<String> other = reference == null ? List.of() : described(reference);
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      String a = i < one.size() ? one.get(i) : "none";
      String b = i < other.size() ? other.get(i) : "none";
      if (!a.equals(b)) {
        into.add("fast: " + a + "\n  reference: " + b);
      }
    }
  }

  /** All that can be asked of a document. */
  static List<String> described(YamlDocument document) {
    List<String> lines = new ArrayList<>();
    for (int id = 0; id < document.nodes(); id++) {
      YamlNode node = document.node(id, -1);
      StringBuilder line = new StringBuilder();
      line.append(id).append(' ').append(document.kind(id)).append(' ').append(document.span(id));
      line.append(" plain ").append(document.isPlain(id));
      line.append(" block ").append(document.isBlock(id));
      line.append(" alias ").append(document.isAlias(id));
      line.append(" null ").append(document.isNull(id));
      line.append(" placeholder ").append(document.isPlaceholder(id));
      line.append(" tag ").append(document.tag(id));
      line.append(" text ").append(document.text(id));
      if (document.isLeaf(id)) {
        line.append(" scalar ").append(document.scalar(id));
      }
      for (YamlEntry entry : node.entries()) {
        YamlEntry again = node.entry(entry.key());
        line.append(" entry ").append(entry.key()).append(' ').append(entry.keyNode().id());
        line.append(' ').append(entry.value().id()).append(' ').append(entry.merged());
        line.append(' ').append(again == null ? -1 : again.value().id());
      }
      for (YamlNode item : node.items()) {
        line.append(" item ").append(item.id());
      }
      lines.add(line.toString());
    }
    document.duplicates().forEach(duplicate -> lines.add(duplicate.toString()));
    document.comments().forEach(comment -> lines.add(comment.toString()));
    return lines;
  }

  long documents() {
    return documents;
  }

  long taken() {
    return taken;
  }

  /** Per cent of the bytes that the fast reader took. */
  double share() {
    return 100.0 * takenBytes / Math.max(1, bytes);
  }

  static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
