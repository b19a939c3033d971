package dev.hopcheck.yaml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Recognizes JSON. Clients take a text that begins with a brace as JSON objects that may follow one
 * another without separators (DEC-08), and as YAML only if it is none. Their JSON reader refuses
 * numbers that no double holds; the YAML reader takes those for texts.
 */
final class JsonScan {
  private static final int MAX_DEPTH = 10_000;

  /** The largest double has as many digits. */
  private static final int DIGITS_OF_DOUBLE = 309;

  /**
   * One object.
   *
   * @param hugeNumber where a number stands that no double holds; -1 where none does
   */
  record Found(int start, int end, int hugeNumber) {}

  private final byte[] bytes;
  private final int end;
  private int at;
  private final boolean[] objects = new boolean[MAX_DEPTH];
  private int depth;
  private int hugeNumber = -1;

  private JsonScan(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  /** The objects in order; empty where the text is not JSON from end to end. */
  static List<Found> objects(byte[] bytes, int start, int end) {
    JsonScan scan = new JsonScan(bytes, start, end);
    List<Found> found = new ArrayList<>(1);
    scan.blanks();
    while (scan.at < end) {
      int from = scan.at;
      if (bytes[from] != '{' || !scan.value()) {
        return List.of();
      }
      found.add(new Found(from, scan.at, scan.hugeNumber));
      scan.hugeNumber = -1;
      scan.blanks();
    }
    return found;
  }

  /** Whether a look at the numbers is worth it: some have an exponent, or very many digits. */
  static boolean mayHoldHugeNumber(byte[] bytes, int start, int end) {
    int digits = 0;
    for (int i = start; i < end; i++) {
      byte c = bytes[i];
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (digits > 0) {
        boolean exponent = (c == 'e' || c == 'E') && i + 1 < end && isExponent(bytes[i + 1]);
        if (exponent || digits >= DIGITS_OF_DOUBLE) {
          return true;
        }
        digits = 0;
      }
    }
    return false;
  }

  private static boolean isExponent(byte c) {
    return c == '+' || c >= '0' && c <= '9';
  }

  /** Reads one value with all in it, without recursion. */
  private boolean value() {
    depth = 0;
    do {
      if (!begin()) {
        return false;
      }
      while (depth > 0 && ends()) {
        at++;
        depth--;
      }
      if (depth > 0 && !separator()) {
        return false;
      }
    } while (depth > 0);
    return true;
  }

  /** Reads scalars whole and opens collections, down to a first scalar or an empty collection. */
  private boolean begin() {
    while (true) {
      blanks();
      if (at >= end) {
        return false;
      }
      byte c = bytes[at];
      if (c != '{' && c != '[') {
        return c == '"' ? text() : word();
      }
      if (depth == MAX_DEPTH) {
        return false;
      }
      objects[depth++] = c == '{';
      at++;
      if (ends()) {
        return true;
      }
      if (c == '{' && !key()) {
        return false;
      }
    }
  }

  private boolean ends() {
    blanks();
    return at < end && bytes[at] == (objects[depth - 1] ? '}' : ']');
  }

  private boolean separator() {
    blanks();
    if (at >= end || bytes[at] != ',') {
      return false;
    }
    at++;
    return !objects[depth - 1] || key();
  }

  private boolean key() {
    blanks();
    if (at >= end || bytes[at] != '"' || !text()) {
      return false;
    }
    blanks();
    return at < end && bytes[at++] == ':';
  }

  private boolean text() {
    for (at++; at < end; at++) {
      byte c = bytes[at];
      if (c == '"') {
        at++;
        return true;
      }
      if (c >= 0 && c < ' ') {
        return false;
      }
      if (c == '\\') {
        at++;
        if (at >= end || "\"\\/bfnrtu".indexOf(bytes[at]) < 0) {
          return false;
        }
      }
    }
    return false;
  }

  private boolean word() {
    int from = at;
    while (at < end && isWordly(bytes[at])) {
      at++;
    }
    int length = at - from;
    if (length == 4 && (is("true", from) || is("null", from)) || length == 5 && is("false", from)) {
      return true;
    }
    boolean digits = length > 0 && bytes[at - 1] >= '0' && bytes[at - 1] <= '9';
    byte first = length > 0 ? bytes[from] : 0;
    if (!digits || first != '-' && (first < '0' || first > '9')) {
      return false;
    }
    if (hugeNumber < 0 && isHuge(new String(bytes, from, length, StandardCharsets.ISO_8859_1))) {
      hugeNumber = from;
    }
    return true;
  }

  private static boolean isHuge(String number) {
    boolean exponent = number.indexOf('e') >= 0 || number.indexOf('E') >= 0;
    return (exponent || number.length() >= DIGITS_OF_DOUBLE)
        && NumberText.isFloat(number)
        && Double.isInfinite(Double.parseDouble(number));
  }

  private boolean is(String word, int from) {
    for (int i = 0; i < word.length(); i++) {
      if (bytes[from + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWordly(byte c) {
    return c >= '0' && c <= '9'
        || c >= 'a' && c <= 'z'
        || c == 'E'
        || c == '+'
        || c == '-'
        || c == '.';
  }

  private void blanks() {
    while (at < end
        && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\n' || bytes[at] == '\r')) {
      at++;
    }
  }
}
