package dev.hopcheck.yaml;

import org.jspecify.annotations.Nullable;

/** Escapes in double quotes that the Engine takes and clients do not. */
final class Escapes {
  private static final String SURROGATE = "escape names a surrogate, which is no character";

  private Escapes() {}

  /**
   * Says what is wrong with a text in double quotes; null where nothing is.
   *
   * @param written with its quotes
   * @param json whether clients read it as JSON, which has an escaped slash and surrogates in pairs
   */
  static @Nullable String refusal(String written, String value, boolean json) {
    for (int at = written.indexOf('\\'); !json && at >= 0; at = written.indexOf('\\', at + 2)) {
      char next = at + 1 < written.length() ? written.charAt(at + 1) : ' ';
      if (next == '/') {
        return "`\\/` is no escape in YAML; write `/`";
      }
      if (next == 'u' && isSurrogate(written, at + 2)) {
        return SURROGATE;
      }
    }
    return isLone(value) ? SURROGATE : null;
  }

  /** Whether the four digits are D800 to DFFF. */
  private static boolean isSurrogate(String written, int at) {
    if (at + 4 > written.length() || "dD".indexOf(written.charAt(at)) < 0) {
      return false;
    }
    return "89abcdefABCDEF".indexOf(written.charAt(at + 1)) >= 0;
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
