package dev.hopcheck.yaml;

import dev.hopcheck.source.Span;

/**
 * Cuts a stretch of a file at the lines that begin with {@code ---}, as kubectl does without regard
 * to what YAML makes of them (DEC-01, DEC-02).
 */
final class DocumentSplitter {
  private final byte[] bytes;
  private final int end;
  private int start;
  private int separatorText = -1;
  private int following = -1;
  private boolean ended;

  /** Cuts a stretch that begins where a line begins. */
  DocumentSplitter(byte[] bytes, Span stretch) {
    this.bytes = bytes;
    this.start = stretch.start();
    this.end = stretch.end();
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
    int line = isSeparator(bytes, from, end) ? from : separatorAfter(bytes, from, end);
    if (line < 0) {
      ended = true;
      return new Span(from, end);
    }
    int lineEnd = line + 3;
    while (lineEnd < end && bytes[lineEnd] != '\n') {
      lineEnd++;
    }
    following = textAfter(line + 3, lineEnd);
    start = Math.min(lineEnd + 1, end);
    return new Span(from, line);
  }

  /** Goes on to the part behind the separator that ended the last one. */
  void advance() {
    separatorText = following;
    following = -1;
  }

  /** Where the first separator line behind an offset begins; -1 where there is none. */
  static int separatorFrom(byte[] bytes, int offset) {
    return separatorAfter(bytes, offset, bytes.length);
  }

  /** Looks at the last byte of each place for {@code \n---} first, and so at every fourth only. */
  private static int separatorAfter(byte[] bytes, int from, int end) {
    int at = from + 3;
    while (at < end) {
      byte c = bytes[at];
      if (c == '-') {
        if (bytes[at - 1] == '-' && bytes[at - 2] == '-' && bytes[at - 3] == '\n') {
          return at - 2;
        }
        at++;
      } else {
        at += c == '\n' ? 3 : 4;
      }
    }
    return -1;
  }

  private static boolean isSeparator(byte[] bytes, int line, int end) {
    return end - line >= 3
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
