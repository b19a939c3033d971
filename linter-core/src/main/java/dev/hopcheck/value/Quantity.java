package dev.hopcheck.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a resource, {@code 500m}, {@code 64Mi} or {@code 1e3}, as apimachinery's
 * resource.Quantity parses, compares and prints it: rounded up beyond the ninth decimal, binary
 * amounts capped at 2^63-1. Quantities are equal when their amounts are, whatever they were written
 * as.
 *
 * <p>Source: apimachinery's resource.Quantity; apiserver.md, "Seen on a real kube-apiserver", 15.
 */
public final class Quantity implements Comparable<Quantity> {
  /** How the amount was written, which decides how it is shown. */
  public enum Format {
    /** With n, u, m, k, M, G, T, P, E or no suffix. */
    DECIMAL_SI,
    /** With Ki, Mi, Gi, Ti, Pi or Ei. */
    BINARY_SI,
    /** With an exponent of ten, e3 or E3. */
    DECIMAL_EXPONENT
  }

  /** Zero, as it stands for an amount that was not given. */
  public static final Quantity ZERO = new Quantity(0, 0, Format.DECIMAL_SI, "0");

  /** Powers of ten that the scale of a short amount may need. */
  private static final long[] TEN = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };

  /** What is smaller may be multiplied by any of these powers. */
  private static final long SMALL = Long.MAX_VALUE / 1_000_000_000;

  /**
   * Almost every amount is a short number of decimal places, {@code unscaled * 10^-scale}; big
   * numbers cost much when a program starts, and are made for the others only.
   */
  private final long unscaled;

  private final int scale;
  private final @Nullable BigDecimal exact;
  private final Format format;
  private final @Nullable String kept;

  Quantity(long unscaled, int scale, Format format, @Nullable String kept) {
    this(unscaled, scale, null, format, kept);
  }

  Quantity(BigDecimal amount, Format format, @Nullable String kept) {
    this(0, 0, amount, format, kept);
  }

  private Quantity(
      long unscaled, int scale, @Nullable BigDecimal exact, Format format, @Nullable String kept) {
    this.unscaled = unscaled;
    this.scale = scale;
    this.exact = exact;
    this.format = format;
    this.kept = kept;
  }

  /** Reads a quantity; the error is the server's, which it reports without a field. */
  public static Parsed<Quantity> parse(String text) {
    return QuantityReader.read(text);
  }

  /**
   * Reads a quantity as the server decodes a JSON string or number: white space around it is
   * dropped.
   */
  public static Parsed<Quantity> decode(String text) {
    return QuantityReader.read(text.strip());
  }

  /** Returns the whole amount as a quantity without suffix. */
  public static Quantity of(long amount) {
    return new Quantity(amount, 0, Format.DECIMAL_SI, null);
  }

  /** Returns the exact amount. Its exponent may be huge: compare it, do not expand it. */
  public BigDecimal amount() {
    return exact == null ? BigDecimal.valueOf(unscaled, scale) : exact;
  }

  /** Returns how the amount was written; a binary amount below one counts as decimal. */
  public Format format() {
    return format;
  }

  /** Returns -1, 0 or 1 as the amount is below, equal to or above zero. */
  public int signum() {
    return exact == null ? Long.signum(unscaled) : exact.signum();
  }

  /** Says whether the amount has no fraction, as extended resources must. */
  public boolean isInteger() {
    if (exact == null && scale < TEN.length) {
      return scale <= 0 || unscaled % TEN[scale] == 0;
    }
    return signum() == 0 || amount().stripTrailingZeros().scale() <= 0;
  }

  /** Returns the amount in thousandths, away from zero where it is finer, saturating at 64 bits. */
  public long milliValue() {
    return scaled(3);
  }

  /** Returns the amount, away from zero where it has a fraction, saturating at 64 bits. */
  public long value() {
    return scaled(0);
  }

  private long scaled(int places) {
    int down = scale - places;
    if (exact == null && down >= 0 && down < TEN.length) {
      long whole = unscaled / TEN[down];
      return unscaled % TEN[down] == 0 ? whole : whole + Long.signum(unscaled);
    }
    BigDecimal scaled = amount().scaleByPowerOfTen(places);
    // Compared before it is rounded, so that a huge exponent is never expanded.
    if (scaled.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) >= 0) {
      return Long.MAX_VALUE;
    }
    if (scaled.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) <= 0) {
      return Long.MIN_VALUE;
    }
    return scaled.setScale(0, RoundingMode.UP).longValueExact();
  }

  @Override
  public int compareTo(Quantity other) {
    if (exact == null && other.exact == null) {
      if (scale == other.scale) {
        return Long.compare(unscaled, other.unscaled);
      }
      if (signum() != other.signum()) {
        return Integer.compare(signum(), other.signum());
      }
      int finer = scale - other.scale;
      if (finer > 0 && finer < TEN.length && isSmall(other.unscaled)) {
        return Long.compare(unscaled, other.unscaled * TEN[finer]);
      }
      if (finer < 0 && -finer < TEN.length && isSmall(unscaled)) {
        return Long.compare(unscaled * TEN[-finer], other.unscaled);
      }
    }
    return amount().compareTo(other.amount());
  }

  /** A power of ten, up to the places that a quantity keeps. */
  static long tenTo(int places) {
    return TEN[places];
  }

  private static boolean isSmall(long value) {
    return -SMALL < value && value < SMALL;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Quantity quantity && compareTo(quantity) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(signum() == 0 ? BigDecimal.ZERO : amount().stripTrailingZeros());
  }

  /** Returns the text in which the server shows the quantity: as written if that was canonical. */
  @Override
  public String toString() {
    if (kept != null) {
      return kept;
    }
    if (signum() == 0) {
      return "0";
    }
    BigDecimal plain = amount().stripTrailingZeros();
    boolean binary =
        format == Format.BINARY_SI
            && plain.abs().compareTo(BigDecimal.valueOf(1024)) >= 0
            && plain.scale() <= 0;
    return binary ? binary(plain.toBigIntegerExact()) : decimal(plain);
  }

  private static String binary(BigInteger whole) {
    BigInteger number = whole;
    int power = 0;
    while (number.getLowestSetBit() >= 10) {
      number = number.shiftRight(10);
      power++;
    }
    return number + QuantityReader.binarySuffix(power);
  }

  /** The exponent shown is a multiple of three, so that it has a suffix. */
  private String decimal(BigDecimal plain) {
    long exponent = -(long) plain.scale();
    int extra = (int) Math.floorMod(exponent, 3L);
    BigInteger number = plain.unscaledValue().multiply(BigInteger.TEN.pow(extra));
    long shown = exponent - extra;
    if (format == Format.DECIMAL_EXPONENT) {
      return shown == 0 ? number.toString() : number + "e" + shown;
    }
    return number + QuantityReader.decimalSuffix(shown);
  }
}
