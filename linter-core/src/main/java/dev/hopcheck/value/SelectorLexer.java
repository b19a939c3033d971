package dev.hopcheck.value;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a selector into words and signs. */
final class SelectorLexer {
  private static final String SPECIAL = "=!(),><";

  enum Kind {
    END,
    WORD,
    IN,
    NOT_IN,
    COMMA,
    OPEN,
    CLOSE,
    NOT,
    EQUALS,
    NOT_EQUALS,
    GREATER,
    LESS
  }

  record Token(Kind kind, String text) {
    /** {@code in} and {@code notin} are words wherever no operator can stand. */
    boolean isWord() {
      return kind == Kind.WORD || kind == Kind.IN || kind == Kind.NOT_IN;
    }
  }

  private SelectorLexer() {}

  /** Returns the tokens, the last of which is the end. */
  static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isSpace(c)) {
        at++;
        continue;
      }
      int end = SPECIAL.indexOf(c) >= 0 ? signEnd(text, at) : wordEnd(text, at);
      String token = text.substring(at, end);
      tokens.add(new Token(kind(token), token));
      at = end;
    }
    tokens.add(new Token(Kind.END, ""));
    return tokens;
  }

  private static int signEnd(String text, int start) {
    char c = text.charAt(start);
    boolean two =
        (c == '=' || c == '!') && start + 1 < text.length() && text.charAt(start + 1) == '=';
    return two ? start + 2 : start + 1;
  }

  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length()
        && !isSpace(text.charAt(end))
        && SPECIAL.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private static Kind kind(String token) {
    return switch (token) {
      case "in" -> Kind.IN;
      case "notin" -> Kind.NOT_IN;
      case "," -> Kind.COMMA;
      case "(" -> Kind.OPEN;
      case ")" -> Kind.CLOSE;
      case "!" -> Kind.NOT;
      case "=", "==" -> Kind.EQUALS;
      case "!=" -> Kind.NOT_EQUALS;
      case ">" -> Kind.GREATER;
      case "<" -> Kind.LESS;
      default -> Kind.WORD;
    };
  }
}
