package dev.hopcheck.yaml;

import dev.hopcheck.finding.Problem;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a file's documents. The stream is cut textually, as kubectl does, so that a broken document
 * does not hide the others.
 */
public final class YamlReader {
  private final SourceFile file;
  private final YamlLimits limits;
  private final List<YamlDocument> documents = new ArrayList<>(4);
  private final List<Problem> problems = new ArrayList<>(0);
  private int index;

  private YamlReader(SourceFile file, YamlLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  /**
   * Reads all documents of a file; what could not be read is told by the problems, one a document.
   */
  public static YamlStream read(SourceFile file, YamlLimits limits) {
    YamlReader reader = new YamlReader(file, limits);
    DocumentSplitter parts = new DocumentSplitter(file);
    while (parts.hasNext()) {
      Span part = parts.next();
      if (parts.separatorText() >= 0) {
        reader.fail(
            ReferenceReader.SYNTAX,
            parts.separatorText(),
            "text after the separator `---`; put it on the next line");
      } else {
        reader.part(part);
      }
      parts.advance();
    }
    return new YamlStream(reader.documents, reader.problems, reader.problems.size());
  }

  private void part(Span part) {
    PartScan scan = PartScan.of(file, part);
    if (scan.blank) {
      return;
    }
    if (scan.forbidden >= 0) {
      fail(
          "yaml-encoding",
          scan.forbidden,
          "control character " + shown(scan.forbidden) + " in the text; remove it");
      return;
    }
    int brace = firstVisible(part);
    List<int[]> objects =
        file.at(brace) == '{'
            ? JsonScan.objects(file.bytes(), brace, part.end())
            : List.<int[]>of();
    if (objects.isEmpty()) {
      document(part, scan, false);
      return;
    }
    for (int[] object : objects) {
      boolean only = objects.size() == 1;
      Span span = only ? part : new Span(object[0], object[1]);
      document(span, only ? scan : PartScan.of(file, span), true);
    }
  }

  private void document(Span part, PartScan scan, boolean json) {
    ReferenceReader reader = new ReferenceReader(file, index, part, scan, limits, json);
    YamlDocument document = reader.read();
    Problem problem = reader.problem();
    if (problem != null) {
      problems.add(problem);
      index++;
    } else if (document != null && !document.root().isNull()) {
      documents.add(document);
      index++;
    }
  }

  private int firstVisible(Span part) {
    int at = part.start();
    while (at < part.end() - 1 && file.at(at) >= 0 && file.at(at) <= ' ') {
      at++;
    }
    return at;
  }

  private String shown(int offset) {
    int size = file.at(offset) >= 0 ? 1 : (file.at(offset) & 0xFF) < 0xE0 ? 2 : 3;
    String hex = Integer.toHexString(file.text(offset, offset + size).charAt(0));
    return "U+" + "0000".substring(hex.length()) + hex.toUpperCase(Locale.ROOT);
  }

  private void fail(String id, int offset, String message) {
    problems.add(new Problem(id, file.name(), file.position(offset), index++, message));
  }
}
