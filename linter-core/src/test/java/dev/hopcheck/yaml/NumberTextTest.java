package dev.hopcheck.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as Go reads and writes them, at the edges. */
class NumberTextTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "0x1F, 31",
    "-0x10, -16",
    "017, 15",
    "0b11, 3",
    "1_000, 1000",
    "-5, -5",
    "1.50, 1.50",
    "1e3, ",
    "1E3, ",
    "x, ",
    "'', ",
    "0xg, ",
  })
  void whatIsWritten(String text, BigDecimal value) {
    assertThat(NumberText.written(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808",
    "9223372036854775808, 9223372036854776000",
    "18446744073709551615, 18446744073709552000",
    "-9223372036854775809, -9223372036854776000",
    "123456789012345678, 123456789012345678",
    "999999999999999999999, 999999999999999999999",
    "1.23456789012345678, 1.2345678901234567",
    "1.234567890123456789, 1.2345678901234567",
    "1.2345678901234567890, 1.2345678901234567890",
  })
  void whatClientsSend(String json, String sent) {
    assertThat(NumberText.sent(json)).isEqualTo(sent);
    assertThat(NumberText.isBeyondInt64(json)).isEqualTo(!json.equals(sent));
  }

  @Test
  void anExponentHasTwoDigitsWhereGoWritesTwo() {
    assertThat(NumberText.json(1e-7)).isEqualTo("1e-7");
    assertThat(NumberText.json(1e-10)).isEqualTo("1e-10");
    assertThat(NumberText.json(1e21)).isEqualTo("1e+21");
    assertThat(NumberText.json(-1.5e21)).isEqualTo("-1.5e+21");
    assertThat(NumberText.json(1e-6)).isEqualTo("0.000001");
    assertThat(NumberText.json(1e20)).isEqualTo("100000000000000000000");
    assertThat(NumberText.json(1e100)).isEqualTo("1e+100");
    assertThat(NumberText.key(1e6)).isEqualTo("1e+06");
    assertThat(NumberText.key(1e10)).isEqualTo("1e+10");
    assertThat(NumberText.key(1e-5)).isEqualTo("1e-05");
    assertThat(NumberText.key(999999)).isEqualTo("999999");
    assertThat(NumberText.key(1e-4)).isEqualTo("0.0001");
    assertThat(NumberText.key(-1e39)).isEqualTo("-.inf");
    assertThat(NumberText.key(1e39)).isEqualTo(".inf");
    assertThat(NumberText.key(-0.0)).isEqualTo("-0");
    assertThat(NumberText.key(1e-60)).isEqualTo("0");
    assertThat(NumberText.key(0.0)).isEqualTo("0");
    assertThat(NumberText.json(0.0)).isEqualTo("0");
    assertThat(NumberText.json(-0.0)).isEqualTo("-0");
    assertThat(NumberText.key(16777217)).isEqualTo("1.6777216e+07");
    assertThat(NumberText.key(0.1234567891)).isEqualTo("0.12345679");
    assertThat(NumberText.key(3.4028235e38)).isEqualTo("3.4028235e+38");
  }

  /** Also where a double has fewer bits than usual, and where 15 or 6 digits do not say it. */
  @Test
  void asFewDigitsAsSayTheNumber() {
    assertThat(NumberText.json(4.9e-324)).isEqualTo("5e-324");
    assertThat(NumberText.json(2.2250738585072014e-308)).isEqualTo("2.2250738585072014e-308");
    assertThat(NumberText.json(0.1)).isEqualTo("0.1");
    assertThat(NumberText.json(0.30000000000000004)).isEqualTo("0.30000000000000004");
    assertThat(NumberText.json(1.2345678901234567)).isEqualTo("1.2345678901234567");
    assertThat(NumberText.key(1e-45)).isEqualTo("1e-45");
    assertThat(NumberText.key(1.17549435e-38)).isEqualTo("1.1754944e-38");
    assertThat(NumberText.key(0.1)).isEqualTo("0.1");
    assertThat(NumberText.key(1.00000012)).isEqualTo("1.0000001");
    assertThat(NumberText.key(33554436)).isEqualTo("3.3554436e+07");
  }

  @ParameterizedTest
  @CsvSource({
    ".1_0, .10",
    ".9_9, .99",
    "_.1, ",
    ".1_, ",
    ".1__0, ",
    "._1, ",
    ".1_:, ",
    ".:_1, ",
    ".1_/, ",
    "./_1, ",
    "1.5, 1.5",
    ".0_0, .00",
    ".a_1, ",
    ".1_a, ",
  })
  void underscoresStandBetweenDigits(String text, String without) {
    assertThat(NumberText.withoutUnderscores(text)).isEqualTo(without);
  }
}
