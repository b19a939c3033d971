package dev.hopcheck.yaml;

/**
 * Text that a template engine, a shell or a person fills in before the document is sent: {@code {{
 * x }}}, {@code ${VAR}}, {@code $VAR}, {@code $(VAR)}, {@code <name>}, {@code __NAME__},
 * {@code @@NAME@@} and {@code #@ x}.
 */
final class Placeholder {
  private Placeholder() {}

  static boolean is(YamlDocument document, int id) {
    return switch (document.kind(id)) {
      case SCALAR -> isIn(document.text(id));
      case MAPPING -> isUnquotedTemplate(document, id);
      case SEQUENCE -> false;
    };
  }

  /** Whether text holds a placeholder; {@code <name>} and {@code __NAME__} must be all of it. */
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

  /** {@code <name>}: one word or a few between angles. */
  private static boolean isAngled(String text) {
    int last = text.length() - 1;
    if (text.charAt(0) != '<' || text.charAt(last) != '>' || text.charAt(1) == '<') {
      return false;
    }
    return text.indexOf('<', 1) < 0 && text.indexOf('>') == last && text.indexOf('\n') < 0;
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
    if (document.childCount(id) != 2) {
      return false;
    }
    YamlNode key = document.child(id, 0, -1);
    return key.isMapping() && key.span().start() == document.span(id).start() + 1;
  }
}
