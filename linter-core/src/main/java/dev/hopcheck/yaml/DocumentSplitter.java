package dev.hopcheck.yaml;

import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;

/**
 * Cuts a file at the lines that begin with {@code ---}, as kubectl does without regard to what YAML
 * makes of them (DEC-01, DEC-02).
 */
final class DocumentSplitter {
  private final byte[] bytes;
  private int start;
  private int separatorText = -1;
  private int following = -1;
  private boolean ended;

  DocumentSplitter(SourceFile file) {
    this.bytes = file.bytes();
  }

  /** Whether another part follows. */
  boolean hasNext() {
    return !ended;
  }

  /** Where text stands on the separator line before the next part; -1 where there is none. */
  int separatorText() {
    return separatorText;
  }

  /** The next part, without the separator lines around it; it may be blank. */
  Span next() {
    int from = start;
    int line = from;
    while (line < bytes.length) {
      int lineEnd = line;
      while (lineEnd < bytes.length && bytes[lineEnd] != '\n') {
        lineEnd++;
      }
      if (isSeparator(line, lineEnd)) {
        start = Math.min(lineEnd + 1, bytes.length);
        following = textAfter(line + 3, lineEnd);
        return new Span(from, line);
      }
      line = lineEnd + 1;
    }
    ended = true;
    return new Span(from, bytes.length);
  }

  /** Goes on to the part behind the separator that ended the last one. */
  void advance() {
    separatorText = following;
    following = -1;
  }

  private boolean isSeparator(int line, int lineEnd) {
    return lineEnd - line >= 3
        && bytes[line] == '-'
        && bytes[line + 1] == '-'
        && bytes[line + 2] == '-';
  }

  private int textAfter(int from, int lineEnd) {
    for (int i = from; i < lineEnd; i++) {
      if (bytes[i] == '#') {
        return -1;
      }
      if (bytes[i] > ' ' || bytes[i] < 0) {
        return i;
      }
    }
    return -1;
  }
}
