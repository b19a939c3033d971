package dev.hopcheck.report;

/**
 * Texts in SARIF messages. Viewers read links ({@code [text](target)}) and places for arguments
 * ({@code {0}}) there, so text that looks like one is escaped as the standard says (3.11.5,
 * 3.11.6).
 */
final class SarifText {
  private SarifText() {}

  /** One line of a message. */
  static String line(String text) {
    String shown = Visible.line(text);
    shown = shown.contains("](") ? withoutLinks(shown) : shown;
    return hasArgument(shown) ? shown.replace("{", "{{").replace("}", "}}") : shown;
  }

  /** Where a link's text would end, the bracket and the backslashes before it are escaped. */
  private static String withoutLinks(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    int backslashes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ']' && text.startsWith("](", i)) {
        escaped.append("\\".repeat(backslashes + 1));
      }
      backslashes = c == '\\' ? backslashes + 1 : 0;
      escaped.append(c);
    }
    return escaped.toString();
  }

  private static boolean hasArgument(String text) {
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
      int end = open + 1;
      while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
        end++;
      }
      if (end > open + 1 && end < text.length() && text.charAt(end) == '}') {
        return true;
      }
    }
    return false;
  }
}
