package dev.hopcheck.yaml;

import dev.hopcheck.finding.Problem;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes one stretch of a file from its bytes to documents and problems. */
final class StreamReading {
  private final SourceFile file;
  private final YamlLimits limits;
  private final SharedTexts texts;
  private final List<YamlDocument> documents = new ArrayList<>(4);
  private final List<Problem> problems = new ArrayList<>(0);
  private final FastReader fast;
  private int index;

  StreamReading(
      SourceFile file, YamlLimits limits, KeyTable keys, SharedTexts texts, int firstIndex) {
    this.file = file;
    this.limits = limits;
    this.texts = texts;
    this.fast = new FastReader(file, limits, keys, texts);
    this.index = firstIndex;
  }

  YamlStream read(Span stretch) {
    DocumentSplitter parts = new DocumentSplitter(file.bytes(), stretch);
    while (parts.hasNext()) {
      Span part = parts.next();
      if (parts.separatorText() >= 0) {
        fail(
            ReferenceReader.SYNTAX,
            parts.separatorText(),
            "text after the separator `---`; put it on the next line");
      } else {
        part(part);
      }
      parts.advance();
    }
    return new YamlStream(documents, problems, problems.size());
  }

  private void part(Span part) {
    if (isJsonWithHugeNumber(part)) {
      carefully(part);
      return;
    }
    YamlDocument document = fast.read(index, part);
    if (document != null) {
      documents.add(document);
      index++;
    } else if (fast.declined()) {
      carefully(part);
    }
  }

  /** Reads what the fast reader declines. */
  private void carefully(Span part) {
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
    List<JsonScan.Found> objects =
        file.at(brace) == '{'
            ? JsonScan.objects(file.bytes(), brace, part.end())
            : List.<JsonScan.Found>of();
    if (objects.isEmpty()) {
      document(part, scan, false);
      return;
    }
    for (JsonScan.Found object : objects) {
      boolean only = objects.size() == 1;
      Span span = only ? part : new Span(object.start(), object.end());
      if (object.hugeNumber() >= 0 && part.start() == 0) {
        fail(
            ReferenceReader.SYNTAX,
            object.hugeNumber(),
            "the number is larger than JSON readers take; write a smaller one, or quote it");
      } else {
        document(span, only ? scan : PartScan.of(file, span), true);
      }
    }
  }

  /** Clients take a text for JSON only where it begins as such, and for YAML behind a separator. */
  private boolean isJsonWithHugeNumber(Span part) {
    if (part.start() > 0 || part.end() == 0) {
      return false;
    }
    int brace = firstVisible(part);
    if (file.at(brace) != '{' || !JsonScan.mayHoldHugeNumber(file.bytes(), brace, part.end())) {
      return false;
    }
    for (JsonScan.Found object : JsonScan.objects(file.bytes(), brace, part.end())) {
      if (object.hugeNumber() >= 0) {
        return true;
      }
    }
    return false;
  }

  private void document(Span part, PartScan scan, boolean json) {
    ReferenceReader reader = new ReferenceReader(file, index, part, scan, limits, json, texts);
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
