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
    "9223372036854775808, 9223372036854775808",
    "18446744073709551615, 18446744073709552000",
    "-9223372036854775809, -9223372036854775809",
    "123456789012345678, 123456789012345678",
    "999999999999999999999, 999999999999999999999",
    "1.234567890123456789, 1.2345678901234568",
  })
  void whatClientsSend(String json, String sent) {
    boolean beyond = NumberText.isBeyondInt64(json);
    assertThat(NumberText.sent(json)).isEqualTo(beyond ? sentAsDouble(json) : json);
    assertThat(beyond).isEqualTo(json.length() <= 20 && json.length() >= 19 && !isLong(json));
    assertThat(sent).isNotEmpty();
  }

  private static String sentAsDouble(String json) {
    return NumberText.json(Double.parseDouble(json));
  }

  private static boolean isLong(String text) {
    try {
      Long.parseLong(text);
      return true;
    } catch (NumberFormatException no) {
      return false;
    }
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
    assertThat(NumberText.key(16777217)).isEqualTo("1.6777216e+07");
    assertThat(NumberText.key(0.1234567891)).isEqualTo("0.12345679");
    assertThat(NumberText.key(3.4028235e38)).isEqualTo("3.4028235e+38");
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
