package dev.hopcheck.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Numbers as Go reads and writes them. */
final class NumberText {
  private NumberText() {}

  /**
   * The base that the prefix after a sign gives: {@code 0x} 16, {@code 0b} 2, {@code 0o} and a
   * leading zero 8, else 10; 0 where there is no digit.
   */
  static int radix(String text) {
    int at = start(text);
    if (at >= text.length()) {
      return 0;
    }
    if (text.charAt(at) != '0' || at + 1 == text.length()) {
      return 10;
    }
    return switch (text.charAt(at + 1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  /**
   * The digits without sign, prefix and leading zeros; null where a character is no digit of that
   * base.
   */
  static @Nullable String magnitude(String text, int radix) {
    int at = start(text);
    if (radix == 16 || radix == 2) {
      at += 2;
    } else if (radix == 8) {
      char marker = text.charAt(at + 1);
      at += marker == 'o' || marker == 'O' ? 2 : 1;
    }
    if (at >= text.length()) {
      return null;
    }
    int from = at;
    for (int i = at; i < text.length(); i++) {
      if (digit(text.charAt(i)) >= radix) {
        return null;
      }
      if (from == i && text.charAt(i) == '0' && i + 1 < text.length()) {
        from++;
      }
    }
    return text.substring(from);
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
      return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : Integer.MAX_VALUE;
  }

  private static int start(String text) {
    char c = text.isEmpty() ? ' ' : text.charAt(0);
    return c == '+' || c == '-' ? 1 : 0;
  }

  /** Whether the text is {@code [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?}. */
  static boolean isFloat(String text) {
    int at = start(text);
    int whole = digitsFrom(text, at);
    at += whole;
    int part = 0;
    if (at < text.length() && text.charAt(at) == '.') {
      part = digitsFrom(text, at + 1);
      at += 1 + part;
    }
    if (whole + part == 0) {
      return false;
    }
    if (at == text.length()) {
      return true;
    }
    if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
      return false;
    }
    at++;
    if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
      at++;
    }
    int exponent = digitsFrom(text, at);
    return exponent > 0 && at + exponent == text.length();
  }

  private static int digitsFrom(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - from;
  }

  /**
   * The text without underscores, which Go allows only between digits; null where one stands
   * elsewhere.
   */
  static @Nullable String withoutUnderscores(String text) {
    if (text.indexOf('_') < 0) {
      return text;
    }
    boolean afterDigit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isDigit = c >= '0' && c <= '9';
      boolean beforeDigit =
          i + 1 < text.length() && text.charAt(i + 1) >= '0' && text.charAt(i + 1) <= '9';
      if (c == '_' && !(afterDigit && beforeDigit)) {
        return null;
      }
      afterDigit = isDigit;
    }
    return text.replace("_", "");
  }

  /** The number that a text of an integer or a fraction says; null where that is hard to tell. */
  static @Nullable BigDecimal written(String text) {
    String digits = text.replace("_", "");
    int radix = radix(digits);
    String magnitude = radix == 0 || radix == 10 ? null : magnitude(digits, radix);
    if (magnitude != null) {
      BigDecimal value = new BigDecimal(new BigInteger(magnitude, radix));
      return digits.charAt(0) == '-' ? value.negate() : value;
    }
    return isFloat(digits) && !digits.contains("e") && !digits.contains("E")
        ? new BigDecimal(digits)
        : null;
  }

  /** A number as clients send it: what 64 bits with a sign do not hold goes through a double. */
  static String sent(String json) {
    return isBeyondInt64(json) ? json(Double.parseDouble(json)) : json;
  }

  static boolean isBeyondInt64(String decimal) {
    if (decimal.length() < 19) {
      return false;
    }
    try {
      Long.parseLong(decimal);
      return false;
    } catch (NumberFormatException beyond) {
      return decimal.length() <= 20;
    }
  }

  /** A number as Go's JSON writer puts it: no exponent from 1e-6 up to 1e21. */
  static String json(double value) {
    if (value == 0) {
      return isNegativeZero(value) ? "-0" : "0";
    }
    BigDecimal shortest = shortest(value);
    double size = Math.abs(value);
    if (size >= 1e-6 && size < 1e21) {
      return shortest.toPlainString();
    }
    return exponential(shortest, 1);
  }

  /** A number as a mapping key (DEC-14): shortest form in 32 bits, with an exponent from 1e6 up. */
  static String key(double value) {
    float narrow = (float) value;
    if (Float.isInfinite(narrow)) {
      return narrow == Float.POSITIVE_INFINITY ? ".inf" : "-.inf";
    }
    if (narrow == 0) {
      return isNegativeZero(narrow) ? "-0" : "0";
    }
    BigDecimal shortest = shortest(narrow);
    int exponent = shortest.precision() - shortest.scale() - 1;
    return exponent < -4 || exponent >= 6 ? exponential(shortest, 2) : shortest.toPlainString();
  }

  private static boolean isNegativeZero(double value) {
    return Double.doubleToRawLongBits(value) == Long.MIN_VALUE;
  }

  /** The fewest digits that say the value, 17 at most; 15 may always be asked for at once. */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    int digits = Math.abs(value) < Double.MIN_NORMAL ? 1 : 15;
    BigDecimal rounded = exact.round(new MathContext(digits));
    while (rounded.doubleValue() != value) {
      digits++;
      rounded = exact.round(new MathContext(digits));
    }
    return rounded.stripTrailingZeros();
  }

  /** As for a double, with 9 digits at most and 6 at once. */
  private static BigDecimal shortest(float value) {
    BigDecimal exact = new BigDecimal(value);
    int digits = Math.abs(value) < Float.MIN_NORMAL ? 1 : 6;
    BigDecimal rounded = exact.round(new MathContext(digits));
    while (rounded.floatValue() != value) {
      digits++;
      rounded = exact.round(new MathContext(digits));
    }
    return rounded.stripTrailingZeros();
  }

  private static String exponential(BigDecimal value, int exponentDigits) {
    String digits = value.unscaledValue().abs().toString();
    int exponent = value.precision() - value.scale() - 1;
    StringBuilder out = new StringBuilder(digits.length() + 8);
    if (value.signum() == -1) {
      out.append('-');
    }
    out.append(digits.charAt(0));
    if (digits.length() > 1) {
      out.append('.').append(digits, 1, digits.length());
    }
    out.append('e').append(exponent < 0 ? '-' : '+');
    int size = Math.abs(exponent);
    if (size < 10 && exponentDigits == 2) {
      out.append('0');
    }
    return out.append(size).toString();
  }
}
