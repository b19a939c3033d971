package dev.hopcheck.report;

/** Makes any text one that XML 1.0 can hold. */
final class XmlText {
  private XmlText() {}

  /**
   * The text of one line, with what XML has no place for, lone surrogates and line ends included,
   * and what a CI runner would obey, as in {@link Visible}.
   */
  static String of(String text) {
    return text(text, false);
  }

  /** As {@link #of}, of several lines that are made here. */
  static String lines(String text) {
    return text(text, true);
  }

  private static String text(String text, boolean lines) {
    StringBuilder legal = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int point = text.codePointAt(at);
      boolean fits =
          lines && point == '\n'
              || (point >= ' ' && point <= '~' && !Visible.isHidden(text, at))
              || (point >= 0xA0 && point <= 0xD7FF)
              || (point >= 0xE000 && point <= 0xFFFD)
              || point > 0xFFFF;
      if (fits) {
        legal.appendCodePoint(point);
      } else {
        Visible.escape(point, legal);
      }
    }
    return legal.toString();
  }
}
