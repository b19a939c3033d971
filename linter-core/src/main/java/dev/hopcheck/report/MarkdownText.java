package dev.hopcheck.report;

/**
 * Makes any text literal in Markdown, also in a cell of a table. Plain words stay; whatever could
 * become a link, a mention, an image, a reference or a tag stands in a code span, where nothing is
 * looked for. Bars and backticks, which end cells and spans, are written as character references
 * between the spans.
 */
final class MarkdownText {
  private static final char TICK = '`';
  private static final int LONGEST = 600;

  private MarkdownText() {}

  /** A message: what stands in backticks becomes code, the rest prose as far as it is harmless. */
  static String message(String text) {
    String line = cut(Visible.line(text));
    StringBuilder out = new StringBuilder(line.length() + 32);
    int at = 0;
    while (at < line.length()) {
      int open = line.indexOf(TICK, at);
      int close = open < 0 ? -1 : line.indexOf(TICK, open + 1);
      if (close < 0) {
        break;
      }
      prose(line.substring(at, open), out);
      spans(line.substring(open + 1, close), out);
      at = close + 1;
    }
    prose(line.substring(at), out);
    return out.toString();
  }

  /** A name or another text that is shown as code. */
  static String code(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    spans(cut(Visible.name(text)), out);
    return out.toString();
  }

  private static String cut(String line) {
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "\u2026";
  }

  private static void prose(String text, StringBuilder out) {
    int start = 0;
    while (start < text.length()) {
      int end = end(text, start);
      if (isPlain(text.substring(start, end))) {
        out.append(text, start, end);
      } else {
        // Words that are not plain share a span.
        while (end < text.length() && !isPlain(text.substring(end + 1, end(text, end + 1)))) {
          end = end(text, end + 1);
        }
        spans(text.substring(start, end), out);
      }
      if (end < text.length()) {
        out.append(' ');
      }
      start = end + 1;
    }
  }

  private static int end(String text, int start) {
    int space = text.indexOf(' ', start);
    return space < 0 ? text.length() : space;
  }

  /**
   * Letters of ASCII with the punctuation of sentences around them, or a short number. A word that
   * could be the digest of a commit is none.
   */
  private static boolean isPlain(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && word.charAt(from) == '(') {
      from++;
    }
    while (to > from && ".,;:)".indexOf(word.charAt(to - 1)) >= 0) {
      to--;
    }
    boolean digits = to > from;
    boolean hexadecimal = to - from >= 7;
    for (int i = from; i < to; i++) {
      char c = word.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean inner = (c == '\'' || c == '-') && i > from && i < to - 1;
      boolean digit = c >= '0' && c <= '9';
      if (!letter && !inner && !digit) {
        return false;
      }
      digits &= digit;
      hexadecimal &= digit || (c >= 'a' && c <= 'f');
      if (digit && !digits) {
        return false;
      }
    }
    // A number before a full stop at the start of a line would be an item of a list.
    return !hexadecimal && (!digits || (to - from <= 5 && to == word.length()));
  }

  /**
   * Two spans side by side become one; else the backticks between them would mean another thing.
   */
  private static void span(String text, StringBuilder out) {
    int last = out.length() - 1;
    if (last >= 0 && out.charAt(last) == TICK) {
      out.setLength(last);
    } else {
      out.append(TICK);
    }
    out.append(text).append(TICK);
  }

  private static void spans(String text, StringBuilder out) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : TICK;
      if (c == TICK || c == '|') {
        if (i > start) {
          span(text.substring(start, i), out);
        }
        if (i < text.length()) {
          out.append(c == '|' ? "&#124;" : "&#96;");
        }
        start = i + 1;
      }
    }
  }
}
