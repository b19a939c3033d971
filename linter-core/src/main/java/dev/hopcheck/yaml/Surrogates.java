package dev.hopcheck.yaml;

/** Escapes that name half a character, which no UTF-8 writer may see. */
final class Surrogates {
  private Surrogates() {}

  static boolean in(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** YAML refuses every escaped surrogate; JSON takes a high one with a low one after it. */
  static boolean refused(String written, String value, boolean json) {
    if (isLone(value)) {
      return true;
    }
    for (int at = written.indexOf("\\u"); !json && at >= 0; at = written.indexOf("\\u", at + 2)) {
      if (at + 4 <= written.length() && written.regionMatches(true, at + 2, "d", 0, 1)) {
        char next = Character.toLowerCase(written.charAt(at + 3));
        if (next == '8' || next == '9' || next >= 'a' && next <= 'f') {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isLone(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return true;
      }
    }
    return false;
  }
}
