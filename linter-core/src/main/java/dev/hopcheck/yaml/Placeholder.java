package dev.hopcheck.yaml;

/**
 * Text that a template engine, a shell or a person fills in before the document is sent: {@code {{
 * x }}}, {@code ${VAR}}, {@code $VAR}, {@code $(VAR)}, {@code <name>}, {@code __NAME__},
 * {@code @@NAME@@} and {@code #@ x}.
 */
final class Placeholder {
  /** Longer texts than that are prose. */
  private static final int LONGEST_NAME = 200;

  private Placeholder() {}

  static boolean is(YamlDocument document, int id) {
    return switch (document.kind(id)) {
      case SCALAR -> isIn(document.text(id));
      case MAPPING -> isUnquotedTemplate(document, id);
      case SEQUENCE -> false;
    };
  }

  /** Whether text holds a placeholder; {@code __NAME__} must be all of it. */
  static boolean isIn(String text) {
    int length = text.length();
    if (length < 3) {
      return false;
    }
    for (int i = 0; i + 1 < length; i++) {
      char c = text.charAt(i);
      char next = text.charAt(i + 1);
      if (c == '{' && (next == '{' || next == '%')) {
        return true;
      }
      if (c == '$'
          && (next == '{' && text.indexOf('}', i) > 0 || next == '(' && text.indexOf(')', i) > 0)) {
        return true;
      }
      if (c == '@' && next == '@' && text.indexOf("@@", i + 3) > 0) {
        return true;
      }
    }
    return isShell(text)
        || isAngled(text)
        || isUnderscored(text)
        || text.startsWith("#@")
        || text.startsWith("(@");
  }

  /** {@code $NAME}, all of it and in capitals, as {@code envsubst} fills in. */
  private static boolean isShell(String text) {
    if (text.charAt(0) != '$' || text.charAt(1) < 'A' || text.charAt(1) > 'Z') {
      return false;
    }
    for (int i = 2; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_')) {
        return false;
      }
    }
    return true;
  }

  /**
   * {@code <name>} or {@code registry.<your domain>}: one pair of angles around a letter and more,
   * blanks only between them.
   */
  private static boolean isAngled(String text) {
    int open = text.indexOf('<');
    int close = text.indexOf('>');
    if (open < 0 || close < open + 2 || text.length() > LONGEST_NAME) {
      return false;
    }
    boolean whole = open == 0 && close == text.length() - 1;
    if (!whole && !Character.isLetter(text.charAt(open + 1))) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inside = i > open && i < close;
      if (c == '\n'
          || (i != open && c == '<')
          || (i != close && c == '>')
          || (!inside && (c == ' ' || c == '='))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnderscored(String text) {
    int length = text.length();
    if (length < 5 || !text.startsWith("__") || !text.endsWith("__")) {
      return false;
    }
    for (int i = 2; i < length - 2; i++) {
      char c = text.charAt(i);
      boolean wordly =
          c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c >= 'a' && c <= 'z';
      if (!wordly) {
        return false;
      }
    }
    return true;
  }

  /** An unquoted <code>{{ x }}</code> is a mapping whose only key is a mapping. */
  private static boolean isUnquotedTemplate(YamlDocument document, int id) {
    if (document.behind(id) == id + 1
        || document.after(document.after(id + 1)) != document.behind(id)) {
      return false;
    }
    int key = document.target(id + 1);
    return document.isMapping(key) && document.start(key) == document.start(id) + 1;
  }
}
