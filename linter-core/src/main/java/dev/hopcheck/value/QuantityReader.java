package dev.hopcheck.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Reads quantities the way apimachinery's ParseQuantity does, its peculiarities included. */
final class QuantityReader {
  private static final String FORMAT =
      "quantities must match the regular expression"
          + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
  private static final String SUFFIX = "unable to parse quantity's suffix";
  private static final String NUMERIC = "unable to parse numeric part of quantity";
  private static final String SUFFIX_CHARS = "eEinumkKMGTP";
  private static final String[] BINARY = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
  private static final String[] DECIMAL = {"n", "u", "m", "", "k", "M", "G", "T", "P", "E"};

  /** Decimal places that a quantity keeps: nano. */
  private static final int NANO = 9;

  /** Decimal digits that surely fit 64 bits. */
  private static final int FAST_DIGITS = 18;

  /** Of a common amount; so few that the server takes its fast path with any usual suffix. */
  private static final int COMMON_DIGITS = 5;

  private QuantityReader() {}

  static Parsed<Quantity> read(String text) {
    if (text.isEmpty()) {
      return Parsed.failed(FORMAT);
    }
    if (text.equals("0")) {
      return Parsed.of(Quantity.ZERO);
    }
    Quantity common = common(text);
    return common == null ? uncommon(text) : Parsed.of(common);
  }

  private static Parsed<Quantity> uncommon(String text) {
    boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
    int start = skipZeros(text, signed ? 1 : 0);
    int point = skipDigits(text, start);
    boolean pointed = point < text.length() && text.charAt(point) == '.';
    int suffix = pointed ? skipDigits(text, point + 1) : point;
    if (!isSuffixShaped(text, suffix)) {
      return Parsed.failed(FORMAT);
    }
    String whole = point == start ? "0" : text.substring(start, point);
    String fraction = pointed ? text.substring(point + 1, suffix) : "";
    Unit unit = unit(text.substring(suffix));
    if (unit == null) {
      return Parsed.failed(SUFFIX);
    }
    // Only the slow path looks at the digits again; a lone sign or point has none.
    boolean digitless = suffix == (signed ? 1 : 0) || (suffix == 1 + (signed ? 1 : 0) && pointed);
    boolean negative = text.charAt(0) == '-';
    return build(text, new Digits(negative, whole, fraction, digitless), unit);
  }

  /** A whole number with one of the usual suffixes, as nearly all are; null for all others. */
  private static @Nullable Quantity common(String text) {
    int length = text.length();
    long value = 0;
    int at = 0;
    while (at < length && at < COMMON_DIGITS && Ascii.isDigit(text.charAt(at))) {
      value = 10 * value + text.charAt(at) - '0';
      at++;
    }
    if (value == 0 || text.charAt(0) == '0' || length - at > 2) {
      return null;
    }
    char unit = at < length ? text.charAt(at) : ' ';
    if (length - at == 2) {
      return text.charAt(at + 1) == 'i' ? binary(text, value, unit) : null;
    }
    return switch (unit) {
      case ' ' -> at == length ? decimal(text, value, 0) : null;
      case 'm' -> decimal(text, value, 3);
      case 'k' -> decimal(text, value, -3);
      case 'M' -> decimal(text, value, -6);
      case 'G' -> decimal(text, value, -9);
      default -> null;
    };
  }

  private static Quantity decimal(String text, long value, int places) {
    String kept = value % 1000 == 0 ? null : text;
    return new Quantity(value, places, Quantity.Format.DECIMAL_SI, kept);
  }

  private static @Nullable Quantity binary(String text, long value, char unit) {
    int shift = unit == 'K' ? 10 : unit == 'M' ? 20 : unit == 'G' ? 30 : 0;
    String kept = (value & 7) == 0 ? null : text;
    return shift == 0 ? null : new Quantity(value << shift, 0, Quantity.Format.BINARY_SI, kept);
  }

  private record Digits(boolean negative, String whole, String fraction, boolean missing) {}

  /** A power of ten, or of two for a binary suffix. */
  private record Unit(int exponent, Quantity.Format format) {}

  private static Parsed<Quantity> build(String text, Digits digits, Unit unit) {
    boolean binary = unit.format() == Quantity.Format.BINARY_SI;
    String shifted = digits.whole() + digits.fraction();
    long scale = (binary ? 0L : unit.exponent()) - digits.fraction().length();
    if (isFast(digits, unit) && scale >= -NANO) {
      long written = Long.parseLong(shifted);
      long value = binary ? written << unit.exponent() : written;
      if (!binary || value >> unit.exponent() == written) {
        long amount = digits.negative() ? -value : value;
        boolean keep = isCanonical(shifted, written, scale, unit);
        return Parsed.of(new Quantity(amount, (int) -scale, unit.format(), keep ? text : null));
      }
    }
    if (digits.missing()) {
      return Parsed.failed(NUMERIC);
    }
    Quantity fraction = binary ? binaryFraction(shifted, scale, digits, unit) : null;
    if (fraction != null) {
      return Parsed.of(fraction);
    }
    BigInteger unscaled = new BigInteger(shifted);
    if (binary) {
      unscaled = unscaled.shiftLeft(unit.exponent());
    }
    BigDecimal amount = rounded(unscaled, -scale);
    Quantity.Format format = unit.format();
    BigDecimal most = BigDecimal.valueOf(Long.MAX_VALUE);
    if (binary && amount.compareTo(most) > 0) {
      amount = most;
    }
    if (binary && amount.signum() > 0 && amount.compareTo(BigDecimal.ONE) < 0) {
      format = Quantity.Format.DECIMAL_SI;
    }
    return Parsed.of(new Quantity(digits.negative() ? amount.negate() : amount, format, null));
  }

  /** An amount such as 1.5Gi, without large numbers where 64 bits hold it; null for all others. */
  private static @Nullable Quantity binaryFraction(
      String shifted, long scale, Digits digits, Unit unit) {
    if (scale < -NANO || shifted.length() > FAST_DIGITS) {
      return null;
    }
    long written = Long.parseLong(shifted);
    long value = written << unit.exponent();
    boolean fits = value >> unit.exponent() == written;
    // What is below one counts as decimal.
    if (!fits || value < Quantity.tenTo((int) -scale)) {
      return null;
    }
    return new Quantity(
        digits.negative() ? -value : value, (int) -scale, Quantity.Format.BINARY_SI, null);
  }

  /**
   * Says whether the server takes its path over 64-bit numbers, the only one that keeps the text.
   */
  private static boolean isFast(Digits digits, Unit unit) {
    int length = digits.whole().length() + digits.fraction().length();
    if (unit.format() != Quantity.Format.BINARY_SI) {
      return length <= FAST_DIGITS;
    }
    // The server's estimate of the digits that the binary factor takes.
    return digits.fraction().isEmpty() && 15 - length - unit.exponent() * 3 / 10 - 1 >= 0;
  }

  private static boolean isCanonical(String shifted, long value, long scale, Unit unit) {
    if (unit.format() == Quantity.Format.BINARY_SI) {
      return unit.exponent() % 10 == 0 && (value & 7) != 0;
    }
    return scale % 3 == 0 && !shifted.endsWith("000") && shifted.charAt(0) != '0';
  }

  /** Rounds up beyond nano, without ever expanding a huge exponent. */
  private static BigDecimal rounded(BigInteger unscaled, long scale) {
    if (unscaled.signum() == 0) {
      return BigDecimal.ZERO;
    }
    // An exponent is 32 bits wide to the server; beyond that only the sign of it matters.
    int within = (int) Math.max(Integer.MIN_VALUE, Math.min(scale, Integer.MAX_VALUE));
    BigDecimal amount = new BigDecimal(unscaled, within);
    if (within <= NANO) {
      return amount;
    }
    if ((long) within - amount.precision() > NANO) {
      return BigDecimal.valueOf(1, NANO);
    }
    return amount.setScale(NANO, RoundingMode.UP);
  }

  private static int skipZeros(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == '0') {
      at++;
    }
    return at;
  }

  private static int skipDigits(String text, int from) {
    int at = from;
    while (at < text.length() && Ascii.isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSuffixShaped(String text, int from) {
    int at = from;
    while (at < text.length() && SUFFIX_CHARS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    return skipDigits(text, at) == text.length();
  }

  private static @Nullable Unit unit(String suffix) {
    for (int i = 0; i < DECIMAL.length; i++) {
      if (suffix.equals(DECIMAL[i])) {
        return new Unit((i - 3) * 3, Quantity.Format.DECIMAL_SI);
      }
    }
    for (int i = 1; i < BINARY.length; i++) {
      if (suffix.equals(BINARY[i])) {
        return new Unit(i * 10, Quantity.Format.BINARY_SI);
      }
    }
    if (suffix.length() < 2 || (suffix.charAt(0) | 0x20) != 'e') {
      return null;
    }
    try {
      // The server keeps the lower 32 bits of a 64-bit exponent.
      return new Unit((int) Long.parseLong(suffix.substring(1)), Quantity.Format.DECIMAL_EXPONENT);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  static String binarySuffix(int power) {
    return power < BINARY.length ? BINARY[power] : "";
  }

  /** Beyond exa there is no suffix, and the server shows none. */
  static String decimalSuffix(long exponent) {
    long index = exponent / 3 + 3;
    return index >= 0 && index < DECIMAL.length ? DECIMAL[(int) index] : "";
  }
}
