package dev.hopcheck.yaml;

import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Cuts a file at the lines that begin with {@code ---} (DEC-01, DEC-02). */
final class DocumentSplitter {
  private DocumentSplitter() {}

  static List<Span> split(SourceFile file) {
    List<Span> parts = new ArrayList<>(4);
    byte[] bytes = file.bytes();
    int start = 0;
    int line = 0;
    while (line < bytes.length) {
      int end = line;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      if (end - line >= 3
          && bytes[line] == '-'
          && bytes[line + 1] == '-'
          && bytes[line + 2] == '-') {
        parts.add(new Span(start, line));
        start = Math.min(end + 1, bytes.length);
      }
      line = end + 1;
    }
    parts.add(new Span(start, bytes.length));
    return parts;
  }
}
