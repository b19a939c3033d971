package dev.hopcheck.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarTest {
  @Test
  void case38ScalarsMeanWhatKubernetesMakesOfThem() {
    int seen = 0;
    for (String[] row : Documents.table("scalars.tsv", 3)) {
      Scalar scalar = Documents.one("key: " + row[0] + "\n").root().get("key").scalar();
      assertThat(scalar.type() + " " + scalar.text()).as(row[0]).isEqualTo(row[1] + " " + row[2]);
      seen++;
    }
    assertThat(seen).isGreaterThan(100);
  }

  @Test
  void case38AThousandGeneratedOnesToo() {
    List<String> wrong = new ArrayList<>();
    List<String[]> rows = Documents.table("generated-scalars.tsv", 3);
    for (String[] row : rows) {
      Scalar scalar = Documents.one("key: " + row[0] + "\n").root().get("key").scalar();
      String seen = scalar.type() + " " + scalar.text();
      if (!seen.equals(row[1] + " " + row[2])) {
        wrong.add(row[0] + ": " + row[1] + " " + row[2] + ", seen " + seen);
      }
    }
    assertThat(rows).hasSize(1_000);
    assertThat(wrong).isEmpty();
  }

  @Test
  void tagsAreHeededOrRefused() {
    List<String> wrong = new ArrayList<>();
    for (String[] row : Documents.table("tagged.tsv", 2)) {
      YamlStream stream = Documents.read("key: " + row[0] + "\n");
      String seen = "error";
      if (stream.problems().isEmpty()) {
        Scalar scalar = stream.documents().get(0).root().get("key").scalar();
        seen =
            switch (scalar.type()) {
              case STRING -> '"' + scalar.text() + '"';
              case NULL -> "null";
              case UNSUPPORTED -> "error";
              case INTEGER, FLOAT, BOOLEAN -> scalar.text();
            };
      }
      if (!seen.equals(row[1])) {
        wrong.add(row[0] + ": " + row[1] + ", seen " + seen);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void scalarsAreEqualByTypeAndText() {
    Scalar one = new Scalar(Scalar.Type.STRING, "1");
    assertThat(one).isEqualTo(new Scalar(Scalar.Type.STRING, "1")).isNotEqualTo("1");
    assertThat(one).isNotEqualTo(new Scalar(Scalar.Type.INTEGER, "1"));
    assertThat(one).isNotEqualTo(new Scalar(Scalar.Type.STRING, "2"));
    assertThat(one).hasSameHashCodeAs(new Scalar(Scalar.Type.STRING, "1"));
    assertThat(new Scalar(Scalar.Type.INTEGER, "b").hashCode()).isEqualTo(31 + "b".hashCode());
    assertThat(one.isString()).isTrue();
    assertThat(new Scalar(Scalar.Type.NULL, "").isString()).isFalse();
  }

  @Test
  void keysBecomeStrings() {
    int seen = 0;
    for (String[] row : Documents.table("keys.tsv", 2)) {
      YamlDocument document = Documents.one(row[0] + ": x\n");
      assertThat(document.root().entries().get(0).key()).as(row[0]).isEqualTo(row[1]);
      assertThat(document.root().get(row[1])).as(row[0]).isNotNull();
      seen++;
    }
    assertThat(seen).isGreaterThan(15);
  }

  @Test
  void case38GeneratedIntegersAndFloatsKeepTheirValue() {
    Random random = new Random(38);
    for (int i = 0; i < 500; i++) {
      long whole = random.nextLong() >> random.nextInt(60);
      assertThat(value(Long.toString(whole))).isEqualTo(Long.toString(whole));
      long size = Math.abs(whole >> 1);
      assertThat(value("0x" + Long.toHexString(size))).isEqualTo(Long.toString(size));
      assertThat(value("0o" + Long.toOctalString(size))).isEqualTo(Long.toString(size));
      assertThat(value("0b" + Long.toBinaryString(size))).isEqualTo(Long.toString(size));
      double fraction = random.nextDouble() * Math.pow(10, random.nextInt(40) - 20);
      String written = String.format(Locale.ROOT, "%.17e", fraction);
      assertThat(Double.parseDouble(value(written))).as(written).isEqualTo(fraction);
    }
  }

  @Test
  void case34NumbersWithMillionsOfDigitsCostNothing() {
    String digits = "7".repeat(1_000_000);
    assertThat(value(digits)).isEqualTo(digits);
    assertThat(value("1e999999999")).isEqualTo("1e999999999");
    assertThat(value("0x" + "f".repeat(10_000))).startsWith("0x");
    assertThat(value("0." + digits)).isEqualTo("0.7777777777777778");
  }

  /** Other numbers take the long way, and mean the same. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "0, 0",
        "7, 7",
        "1090, 1090",
        "123456789012345678, 123456789012345678",
        "1234567890123456789, none",
        "00, none",
        "01, none",
        "1/, none",
        "1:, none",
        "-1, none",
      })
  void smallDecimalsTakeAShortWay(String digits, @Nullable String text) {
    Scalar small = ScalarResolver.smallDecimal(digits);
    assertThat(small).isEqualTo(text == null ? null : new Scalar(Scalar.Type.INTEGER, text));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "timestamp, 2001-1-1, none",
        "timestamp, 2001-12-14, none",
        "timestamp, 2001-0101, value does not fit its tag `!!timestamp`",
        "timestamp, 2001-11, value does not fit its tag `!!timestamp`",
        "timestamp, 20010-1-1, value does not fit its tag `!!timestamp`",
        "timestamp, 201-1-1, value does not fit its tag `!!timestamp`",
        "int, 12, none",
        "int, .5e1, value does not fit its tag `!!int`",
        "int, 1e3, value does not fit its tag `!!int`",
        "float, 1e3, none",
        "float, 18446744073709551615, value does not fit its tag `!!float`",
        "float, .inf, none",
        "bool, yes, none",
        "bool, 1, value does not fit its tag `!!bool`",
        "null, ~, none",
        "null, 0, value does not fit its tag `!!null`",
        "str, 1, none",
        "binary, aGk=, none",
        "binary, aGk, `!!binary` value is not valid base64",
        "binary, a*k=, `!!binary` value is not valid base64",
      })
  void aValueFitsItsTagOrIsRefused(String tag, String text, @Nullable String refusal) {
    assertThat(ScalarResolver.refusal(text, ScalarResolver.TAG_PREFIX + tag)).isEqualTo(refusal);
  }

  @Test
  void case41InfinityHasNoJsonForm() {
    assertThat(Documents.one("a: .inf\n").root().get("a").scalar().type())
        .isEqualTo(Scalar.Type.UNSUPPORTED);
  }

  private static String value(String text) {
    return ScalarResolver.resolve(text, true, null).text();
  }
}
