package dev.hopcheck.value;

import java.util.List;

/**
 * Base64 as Go's JSON decoder takes it for bytes ({@code data} of a Secret, {@code binaryData}):
 * the standard alphabet with padding; line breaks inside are skipped, other white space is not.
 *
 * <p>Source: Go's base64.StdEncoding; apiserver.md, "Seen on a real kube-apiserver", 15.
 */
public final class Base64Text {
  private Base64Text() {}

  /**
   * Returns what the server says about the text, at most one error; empty when it can be decoded.
   */
  public static List<String> errors(String text) {
    int bad = firstBad(text);
    // Go names a byte; in UTF-8 it stands later than the character does.
    return bad < 0
        ? List.of()
        : List.of("illegal base64 data at input byte " + byteOffset(text, bad));
  }

  private static int byteOffset(String text, int offset) {
    return offset <= text.length()
        ? Ascii.utf8Length(text.substring(0, offset))
        : Ascii.utf8Length(text) + offset - text.length();
  }

  /** Returns the offset that Go blames, or -1. */
  private static int firstBad(String text) {
    int at = 0;
    while (true) {
      int filled = 0;
      while (filled < 4) {
        if (at == text.length()) {
          // Go points back to where the torn group of four begins.
          return filled == 0 ? -1 : at - filled;
        }
        char c = text.charAt(at++);
        if (isLineBreak(c)) {
          continue;
        }
        if (isAlphabet(c)) {
          filled++;
          continue;
        }
        if (c != '=' || filled < 2) {
          return at - 1;
        }
        return badPadding(text, at, filled);
      }
    }
  }

  /** Checks what follows the first sign of padding. */
  private static int badPadding(String text, int from, int filled) {
    int at = skipLineBreaks(text, from);
    if (filled == 2) {
      if (at == text.length()) {
        return text.length();
      }
      if (text.charAt(at) != '=') {
        return at - 1;
      }
      at++;
    }
    at = skipLineBreaks(text, at);
    return at < text.length() ? at : -1;
  }

  private static int skipLineBreaks(String text, int from) {
    int at = from;
    while (at < text.length() && isLineBreak(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isAlphabet(char c) {
    return Ascii.isLetterOrDigit(c) || c == '+' || c == '/';
  }
}
