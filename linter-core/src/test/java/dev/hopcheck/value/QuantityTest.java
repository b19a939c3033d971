package dev.hopcheck.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts as apimachinery reads, compares and prints them, at the edges. */
class QuantityTest {
  private static final String FORMAT =
      "quantities must match the regular expression"
          + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

  @ParameterizedTest
  @CsvSource({
    "0, 0, DECIMAL_SI",
    "00, 0, DECIMAL_SI",
    "0Ki, 0, BINARY_SI",
    "1, 1, DECIMAL_SI",
    "9, 9, DECIMAL_SI",
    "+5, +5, DECIMAL_SI",
    "-5, -5, DECIMAL_SI",
    "007, 007, DECIMAL_SI",
    "1000, 1k, DECIMAL_SI",
    "10000, 10k, DECIMAL_SI",
    "99999, 99999, DECIMAL_SI",
    "100000, 100k, DECIMAL_SI",
    "123456, 123456, DECIMAL_SI",
    "1000k, 1M, DECIMAL_SI",
    "1000M, 1G, DECIMAL_SI",
    "1000G, 1T, DECIMAL_SI",
    "1000T, 1P, DECIMAL_SI",
    "1000P, 1E, DECIMAL_SI",
    "5k, 5k, DECIMAL_SI",
    "5M, 5M, DECIMAL_SI",
    "5G, 5G, DECIMAL_SI",
    "5T, 5T, DECIMAL_SI",
    "5u, 5u, DECIMAL_SI",
    "5n, 5n, DECIMAL_SI",
    "1000n, 1u, DECIMAL_SI",
    "1000u, 1m, DECIMAL_SI",
    "1000m, 1, DECIMAL_SI",
    "1500m, 1500m, DECIMAL_SI",
    ".5, 500m, DECIMAL_SI",
    "5., 5., DECIMAL_SI",
    "0.5k, 500, DECIMAL_SI",
    "1.50, 1500m, DECIMAL_SI",
    "0.0001, 100u, DECIMAL_SI",
    "1.0000000009, 1000000001n, DECIMAL_SI",
    "0.0000000001, 1n, DECIMAL_SI",
    "-0.0000000001, -1n, DECIMAL_SI",
    "1e3, 1e3, DECIMAL_EXPONENT",
    "1E3, 1E3, DECIMAL_EXPONENT",
    "1e4, 10e3, DECIMAL_EXPONENT",
    "1e-3, 1e-3, DECIMAL_EXPONENT",
    "1e0, 1e0, DECIMAL_EXPONENT",
    "1000e0, 1e3, DECIMAL_EXPONENT",
    "12345678901234567890, 12345678901234567890, DECIMAL_SI",
    "100000000000000000000, 100E, DECIMAL_SI",
    "1Ki, 1Ki, BINARY_SI",
    "8Ki, 8Ki, BINARY_SI",
    "1024Ki, 1Mi, BINARY_SI",
    "1024Mi, 1Gi, BINARY_SI",
    "1024Gi, 1Ti, BINARY_SI",
    "1024Ti, 1Pi, BINARY_SI",
    "1024Pi, 1Ei, BINARY_SI",
    "1536Mi, 1536Mi, BINARY_SI",
    "-1024Mi, -1Gi, BINARY_SI",
    "1.5Gi, 1536Mi, BINARY_SI",
    "-1.5Gi, -1536Mi, BINARY_SI",
    "0.5Ki, 512, BINARY_SI",
    "1.1Ki, 1126400m, BINARY_SI",
    "0.0001Ki, 102400u, DECIMAL_SI",
    "0.0009765625Ki, 1, BINARY_SI",
    "0.0009765624Ki, 999999898n, DECIMAL_SI",
    "8Ei, 9223372036854775807, BINARY_SI",
    "-8Ei, -9223372036854775807, BINARY_SI",
    "7Ei, 7Ei, BINARY_SI",
    "99999999999999999999Ki, 9223372036854775807, BINARY_SI",
  })
  void isShownAsTheServerShowsIt(String text, String shown, Quantity.Format format) {
    Quantity quantity = Quantity.parse(text).get();
    assertThat(quantity).hasToString(shown);
    assertThat(quantity.format()).isEqualTo(format);
    if (quantity.signum() != 0 && !shown.endsWith(".")) {
      assertThat(Quantity.parse(shown).get()).isEqualTo(quantity).hasSameHashCodeAs(quantity);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "1x", "1 ", " 1", "1.2.3", "1k+x", "1e+-3", "1,5", "1Kb", "1:", "1/"})
  void whatHasNotTheShapeIsRefused(String text) {
    assertThat(Quantity.parse(text).error()).isEqualTo(FORMAT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1Kii",
        "1K",
        "1mi",
        "1ee",
        "1e",
        "1kk",
        "1+",
        "1i",
        "--1",
        "1e99999999999999999999"
      })
  void thereIsNoSuchSuffix(String text) {
    assertThat(Quantity.parse(text).error()).isEqualTo("unable to parse quantity's suffix");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1000, true",
    "1m, 1, 1, false",
    "1500m, 2, 1500, false",
    "2000m, 2, 2000, true",
    "-1500m, -2, -1500, false",
    "1u, 1, 1, false",
    "-1u, -1, -1, false",
    "1000000u, 1, 1000, true",
    "1n, 1, 1, false",
    "1000000000n, 1, 1000, true",
    "1k, 1000, 1000000, true",
    "0, 0, 0, true",
    "0.0, 0, 0, true",
    "9223372036854775807, 9223372036854775807, 9223372036854775807, true",
    "-9223372036854775808, -9223372036854775808, -9223372036854775808, true",
    "9223372036854775806, 9223372036854775806, 9223372036854775807, true",
    "-9223372036854775807, -9223372036854775807, -9223372036854775808, true",
    "9223372036854775808, 9223372036854775807, 9223372036854775807, true",
    "-9223372036854775809, -9223372036854775808, -9223372036854775808, true",
    "9223372036854775.807, 9223372036854776, 9223372036854775807, false",
    "1e40, 9223372036854775807, 9223372036854775807, true",
    "-1e40, -9223372036854775808, -9223372036854775808, true",
    "12345678901234567890.5, 9223372036854775807, 9223372036854775807, false",
    "1.5Gi, 1610612736, 1610612736000, true",
  })
  void isRoundedAwayFromZeroAndStaysIn64Bits(
      String text, long value, long milli, boolean isInteger) {
    Quantity quantity = Quantity.parse(text).get();
    assertThat(quantity.value()).isEqualTo(value);
    assertThat(quantity.milliValue()).isEqualTo(milli);
    assertThat(quantity.isInteger()).isEqualTo(isInteger);
  }

  /** From the least to the greatest; all that stand on one line are equal. */
  @Test
  void areOrderedByTheirAmounts() {
    List<List<String>> order =
        List.of(
            List.of("-1e40"),
            List.of("-8Ei", "-9223372036854775807"),
            List.of("-1G", "-1000M"),
            List.of("-1", "-1000m", "-1.0"),
            List.of("-1n", "-0.0000000001"),
            List.of("0", "0.0", "0Ki", "0e3", "-0"),
            List.of("1n"),
            List.of("999u"),
            List.of("1m", "1000u", "1000000n"),
            List.of("1", "1000m", "1000000000n"),
            List.of("1001m"),
            List.of("999999999"),
            List.of("1G", "1000M", "1e9", "1000000000", "1000000000000m"),
            List.of("1Gi", "1024Mi", "1073741824"),
            List.of("9223372036.854775807"),
            List.of("9223372036854775806"),
            List.of("9223372036854775807", "8Ei"),
            List.of("9223372036854775808"),
            List.of("10E", "10000P"),
            List.of("1e40"));
    for (int i = 0; i < order.size(); i++) {
      for (int j = 0; j < order.size(); j++) {
        for (String left : order.get(i)) {
          for (String right : order.get(j)) {
            Quantity one = Quantity.parse(left).get();
            Quantity other = Quantity.parse(right).get();
            assertThat(Integer.signum(one.compareTo(other)))
                .as(left + " " + right)
                .isEqualTo(Integer.compare(i, j));
            assertThat(one.equals(other)).isEqualTo(i == j);
            if (i == j) {
              assertThat(one).hasSameHashCodeAs(other);
            }
          }
        }
      }
    }
    assertThat(Quantity.ZERO).isNotEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({"-1, -1", "-1e40, -1", "0, 0", "0.0, 0", "1n, 1", "1e40, 1", "-0.0000000001, -1"})
  void hasASign(String text, int sign) {
    assertThat(Quantity.parse(text).get().signum()).isEqualTo(sign);
  }

  @Test
  void thereIsNoSuffixBeyondExaSoNoneIsShown() {
    assertThat(Quantity.parse("1000000000000000000000").get()).hasToString("1");
  }

  @Test
  void wholeAmountsHaveNoSuffixUntilShown() {
    assertThat(Quantity.of(2_000)).hasToString("2k").isEqualTo(Quantity.parse("2000").get());
    assertThat(Quantity.of(0)).isEqualTo(Quantity.ZERO).hasToString("0");
    assertThat(Quantity.decode("\t5Mi \n").get().amount())
        .isEqualByComparingTo(new BigDecimal(5 << 20));
  }

  /** The server looks for digits only where 64 bits may not do. */
  @ParameterizedTest
  @ValueSource(strings = {"Ei", "+Ei", ".Ei", "-.Ei"})
  void aNumberNeedsDigits(String text) {
    assertThat(Quantity.parse(text).error()).isEqualTo("unable to parse numeric part of quantity");
  }
}
