package dev.hopcheck.yaml;

/** Knows most plain texts that are strings or numbers at first sight; the rest is resolved. */
final class PlainString {
  /** Digits that surely fit 64 bits. */
  private static final int MOST_DIGITS = 18;

  private PlainString() {}

  /** Whether a plain text without a tag is surely a string. */
  static boolean isSure(String text) {
    int length = text.length();
    if (length == 0) {
      return false;
    }
    char first = text.charAt(0);
    if (!isDigit(first)) {
      return isSure(first, length > 1 ? text.charAt(1) : 0, length);
    }
    int dots = 0;
    for (int i = 1; i < length && dots < 2; i++) {
      char c = text.charAt(i);
      dots += c == '.' ? 1 : isOfNumbers(c) ? 0 : 2;
    }
    return dots > 1;
  }

  /** The same for a text in the bytes of a document. */
  static boolean isSure(byte[] bytes, int start, int end) {
    int length = end - start;
    if (length == 0) {
      return false;
    }
    int first = bytes[start] & 0xFF;
    if (!isDigit(first)) {
      return isSure(first, bytes[start + 1], length);
    }
    int dots = 0;
    for (int i = start + 1; i < end && dots < 2; i++) {
      byte c = bytes[i];
      dots += c == '.' ? 1 : isOfNumbers(c) ? 0 : 2;
    }
    return dots > 1;
  }

  /** Whether a plain text is a whole number of few digits and no leading zero. */
  static boolean isDecimal(byte[] bytes, int start, int end) {
    int length = end - start;
    if (length == 0 || length > MOST_DIGITS || bytes[start] == '0' && length > 1) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (!isDigit(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  /** A text that does not begin with a digit. */
  private static boolean isSure(int first, int second, int length) {
    int letter = second | 0x20;
    return switch (first | 0x20) {
      case '+', '-', '.' -> false;
      case 'y' -> !(length == 1 || length == 3 && letter == 'e');
      case 'n' -> !(length == 1 || length == 2 && letter == 'o' || length == 4 && letter == 'u');
      case 't' -> !(length == 4 && letter == 'r');
      case 'f' -> !(length == 5 && letter == 'a');
      case 'o' -> !(length == 2 && letter == 'n' || length == 3 && letter == 'f');
      case '~' -> length > 1;
      case '<' -> length != 2;
      default -> true;
    };
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** What stands in numbers of any base behind their first digit, dots aside. */
  private static boolean isOfNumbers(int c) {
    int letter = c | 0x20;
    return isDigit(c)
        || letter >= 'a' && letter <= 'f' && c >= 'A'
        || letter == 'x'
        || letter == 'o'
        || c == '_'
        || c == '+'
        || c == '-';
  }
}
