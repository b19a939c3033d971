package dev.hopcheck.admission;

import org.jspecify.annotations.Nullable;

/** Tells whether a text is a JSON object, or {@code null}, as Go reads it. */
final class JsonObjectCheck {
  /** Nesting at which Go gives up. */
  private static final int MAX_DEPTH = 10_000;

  private static final String TRUNCATED = "unexpected end of JSON input";

  private final String text;
  private int at;
  private @Nullable String error;

  private JsonObjectCheck(String text) {
    this.text = text;
  }

  /** What is wrong, in the server's words; null where nothing is. */
  static @Nullable String error(String text) {
    return new JsonObjectCheck(text).check();
  }

  private @Nullable String check() {
    skipBlanks();
    char first = peek();
    values();
    skipBlanks();
    if (error == null && at < text.length()) {
      fail("after top-level value");
    }
    if (error == null && first != '{' && first != 'n') {
      error =
          "json: cannot unmarshal "
              + typeOf(first)
              + " into Go value of type map[string]interface {}";
    }
    return error;
  }

  private static String typeOf(char first) {
    return switch (first) {
      case '[' -> "array";
      case '"' -> "string";
      case 't', 'f' -> "bool";
      default -> "number";
    };
  }

  /**
   * Reads one value with all inside it. Open brackets are kept in a text, not on the call stack, so
   * that depth costs nothing.
   */
  private void values() {
    StringBuilder open = new StringBuilder();
    do {
      if (!value(open)) {
        return;
      }
      // After a value: close what ends here, then come to the next one.
      while (open.length() > 0) {
        skipBlanks();
        char bracket = open.charAt(open.length() - 1);
        char close = bracket == '{' ? '}' : ']';
        char next = peek();
        if (next == close) {
          at++;
          open.setLength(open.length() - 1);
        } else if (next == ',') {
          at++;
          if (bracket == '{' && !name()) {
            return;
          }
          break;
        } else {
          fail(bracket == '{' ? "after object key:value pair" : "after array element");
          return;
        }
      }
    } while (open.length() > 0);
  }

  /** Reads a scalar, an empty bracket, or opens brackets down to the first scalar inside. */
  private boolean value(StringBuilder open) {
    while (true) {
      skipBlanks();
      char c = peek();
      if (c != '{' && c != '[') {
        return scalar(c);
      }
      at++;
      if (open.length() >= MAX_DEPTH) {
        error = "exceeded max depth";
        return false;
      }
      skipBlanks();
      if (peek() == (c == '{' ? '}' : ']')) {
        at++;
        return true;
      }
      open.append(c);
      if (c == '{' && !name()) {
        return false;
      }
    }
  }

  private boolean name() {
    skipBlanks();
    if (peek() != '"') {
      return fail("looking for beginning of object key string");
    }
    if (!string()) {
      return false;
    }
    skipBlanks();
    if (peek() != ':') {
      return fail("after object key");
    }
    at++;
    return true;
  }

  private boolean scalar(char c) {
    return switch (c) {
      case '"' -> string();
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      default -> c == '-' || isDigit(c) ? number() : fail("looking for beginning of value");
    };
  }

  private boolean literal(String word) {
    for (int i = 0; i < word.length(); i++, at++) {
      if (peek() != word.charAt(i)) {
        return fail("in literal " + word);
      }
    }
    return true;
  }

  private boolean string() {
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return true;
      }
      if (c < ' ') {
        return fail("in string literal");
      }
      if (c == '\\') {
        at++;
        if (!escape()) {
          return false;
        }
      }
    }
    error = TRUNCATED;
    return false;
  }

  private boolean escape() {
    char c = peek();
    if (c != 'u') {
      return "\"\\/bfnrt".indexOf(c) >= 0 || fail("in string escape code");
    }
    for (int i = 0; i < 4; i++) {
      at++;
      if (Character.digit(peek(), 16) < 0 || peek() > 'f') {
        return fail("in \\u hexadecimal character escape");
      }
    }
    return true;
  }

  private boolean number() {
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else if (!digits()) {
      return fail("in numeric literal");
    }
    if (peek() == '.') {
      at++;
      if (!digits()) {
        return fail("after decimal point in numeric literal");
      }
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      if (!digits()) {
        return fail("in exponent of numeric literal");
      }
    }
    return true;
  }

  private boolean digits() {
    int from = at;
    while (isDigit(peek())) {
      at++;
    }
    return at > from;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** The character to come; NUL, which JSON never has outside of strings, at the end. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private boolean fail(String where) {
    if (error == null) {
      error =
          at >= text.length() ? TRUNCATED : "invalid character '" + text.charAt(at) + "' " + where;
    }
    return false;
  }
}
