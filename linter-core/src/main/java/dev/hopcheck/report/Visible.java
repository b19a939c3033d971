package dev.hopcheck.report;

import java.util.Locale;

/**
 * Makes untrusted text safe for a terminal and a CI log: what a terminal would obey, what changes
 * the direction of text, and what cannot be seen is written as <code>&lbrace;U+001B&rbrace;</code>.
 */
public final class Visible {
  /** Characters; longer texts are no use to people, and CI services cut lines at about 4,096. */
  private static final int LONGEST = 2_000;

  private static final String CUT = "\u2026";

  private Visible() {}

  /**
   * The text of one line, with escapes, and cut where it is longer than anyone reads; the very same
   * string where nothing of this is needed.
   */
  public static String line(String text) {
    if (text.length() <= LONGEST) {
      return escaped(text);
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return escaped(text.substring(0, end)) + CUT;
  }

  /** A whole line that begins with untrusted text: no CI runner takes it for a command. */
  static String start(String text) {
    String shown = line(text);
    int at = 0;
    while (at < shown.length() && shown.charAt(at) == ' ') {
      at++;
    }
    return shown.startsWith("::", at)
        ? shown.substring(0, at) + "{U+003A}" + shown.substring(at + 1)
        : shown;
  }

  private static String escaped(String text) {
    int at = 0;
    while (at < text.length() && !isHidden(text, at)) {
      at += Character.charCount(text.codePointAt(at));
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, at);
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (isHidden(text, at)) {
        escape(point, shown);
      } else {
        shown.appendCodePoint(point);
      }
      at += Character.charCount(point);
    }
    return shown.toString();
  }

  /** A file's name: as a line, with what could be taken for an escape made distinct. */
  static String name(String text) {
    return escaped(text.indexOf('{') < 0 ? text : text.replace("{U+", "{U+007B}U+"));
  }

  static boolean isHidden(String text, int at) {
    char c = text.charAt(at);
    if (c >= ' ' && c < 0x7F) {
      return c == '[' && at >= 2 && text.charAt(at - 1) == '#' && text.charAt(at - 2) == '#';
    }
    int point = text.codePointAt(at);
    return point < 0xA0 || isInvisible(point) || (point >= 0xD800 && point <= 0xDFFF);
  }

  /** Formats of every script, and what renders as nothing though it is none. */
  private static boolean isInvisible(int point) {
    int type = Character.getType(point);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || (point >= 0x2060 && point <= 0x206F)
        || point >= 0xE0000;
  }

  static void escape(int point, StringBuilder to) {
    String digits = Integer.toHexString(point).toUpperCase(Locale.ROOT);
    to.append("{U+");
    for (int i = digits.length(); i < 4; i++) {
      to.append('0');
    }
    to.append(digits).append('}');
  }
}
