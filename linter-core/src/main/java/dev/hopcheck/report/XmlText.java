package dev.hopcheck.report;

/** Makes any text one that XML 1.0 can hold. */
final class XmlText {
  private XmlText() {}

  /** The text with what XML has no place for, lone surrogates included, as in {@link Visible}. */
  static String of(String text) {
    StringBuilder legal = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int point = text.codePointAt(at);
      boolean fits =
          point == '\n'
              || point == '\t'
              || (point >= ' ' && point < 0x7F)
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
