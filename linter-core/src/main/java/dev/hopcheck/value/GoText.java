package dev.hopcheck.value;

import java.nio.charset.StandardCharsets;

/** Text as Go's formatter shows it, which is how the server quotes values in its messages. */
public final class GoText {
  private GoText() {}

  /** Returns the text in double quotes with Go's escapes (strconv.Quote). */
  public static String quote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      appendEscaped(quoted, c);
    }
    return quoted.append('"').toString();
  }

  /**
   * Returns the text in double quotes as Go's time package does: control and non-ASCII bytes in
   * hex.
   */
  static String quoteBytes(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b == '"' || b == '\\') {
        quoted.append('\\').append((char) b);
      } else if (b >= ' ') {
        quoted.append((char) b);
      } else {
        hex(quoted.append("\\x"), b & 0xFF, 2);
      }
    }
    return quoted.append('"').toString();
  }

  private static void appendEscaped(StringBuilder quoted, int c) {
    switch (c) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case 0x07 -> quoted.append("\\a");
      case '\b' -> quoted.append("\\b");
      case '\f' -> quoted.append("\\f");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      case 0x0B -> quoted.append("\\v");
      default -> appendPlain(quoted, c);
    }
  }

  private static void appendPlain(StringBuilder quoted, int c) {
    if (c >= ' ' && c < 0x7F || c >= 0xA1 && isPrintable(c)) {
      quoted.appendCodePoint(c);
    } else if (c < ' ' || c == 0x7F) {
      hex(quoted.append("\\x"), c, 2);
    } else if (c < 0x10000) {
      // Half a surrogate pair is no character to Go, which shows the replacement character.
      hex(quoted.append("\\u"), c >= 0xD800 && c < 0xE000 ? 0xFFFD : c, 4);
    } else {
      hex(quoted.append("\\U"), c, 8);
    }
  }

  /** Go prints letters, marks, numbers, punctuation and symbols, and of the blanks only U+0020. */
  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static void hex(StringBuilder text, int number, int digits) {
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
      text.append(Character.forDigit(number >>> shift & 0xF, 16));
    }
  }
}
