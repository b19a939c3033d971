package dev.hopcheck.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarTest {
  @ParameterizedTest
  @CsvSource({
    "0.5, 500m, 500",
    "1000m, 1, 1000",
    "100m, 100m, 100",
    "1024Mi, 1Gi, 1073741824000",
    "12Mi, 12Mi, 12582912000",
    "1e3, 1e3, 1000000",
    "0.5Mi, 512Ki, 524288000",
    "1.0000000001, 1000000001n, 1001",
    "-1, -1, -1000",
    "9223372036854775808Ki, 9223372036854775807, 9223372036854775807",
    "1e2000000000, 100e1999999998, 9223372036854775807",
    "1e-2000000000, 1e-9, 1",
  })
  void readsQuantities(String text, String shown, long milli) {
    Quantity quantity = Quantity.parse(text).get();
    assertThat(quantity).hasToString(shown);
    assertThat(quantity.milliValue()).isEqualTo(milli);
  }

  @Test
  void refusesQuantitiesAsTheServerDoes() {
    assertThat(Quantity.parse("1Gb").error()).startsWith("quantities must match");
    assertThat(Quantity.parse("1mm").error()).isEqualTo("unable to parse quantity's suffix");
    assertThat(Quantity.parse(" 1").isOk()).isFalse();
    assertThat(Quantity.decode(" 1").isOk()).isTrue();
  }

  @Test
  void readsDurationsAndTimes() {
    assertThat(GoDuration.parse("1h30m").get()).hasToString("1h30m0s");
    assertThat(GoDuration.parse("1.5ms").get().nanos()).isEqualTo(1_500_000);
    assertThat(GoDuration.parse("3").error()).isEqualTo("time: missing unit in duration \"3\"");
    assertThat(GoDuration.parse("3d").error())
        .isEqualTo("time: unknown unit \"d\" in duration \"3d\"");
    assertThat(Timestamp.errors("2024-02-29T1:02:03,5+01:00")).isEmpty();
    assertThat(Timestamp.errors("2023-02-29T01:02:03Z"))
        .containsExactly("parsing time \"2023-02-29T01:02:03Z\": day out of range");
    assertThat(Timestamp.errors("2024-01-01"))
        .containsExactly(
            "parsing time \"2024-01-01\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as"
                + " \"T\"");
  }

  @Test
  void readsSchedules() {
    for (String good :
        List.of("*/5 * * * *", "0 0 1 JAN mon-fri", "@hourly", "@every 1h", "5/10 ? * * ,")) {
      assertThat(CronExpression.errors(good)).as(good).isEmpty();
    }
    assertThat(CronExpression.errors("60 * * * *"))
        .containsExactly("end of range (60) above maximum (59): 60");
    assertThat(CronExpression.errors("hi"))
        .containsExactly("expected exactly 5 fields, found 1: [hi]");
    assertThat(CronExpression.errors("* * * * L"))
        .containsExactly("failed to parse int from L: strconv.Atoi: parsing \"L\": invalid syntax");
    assertThat(CronExpression.errors("TZ=UTC 0 0 * * *")).hasSize(1);
    assertThat(CronExpression.errors("TZ=Mars/X 0 0 * * *")).hasSize(2);
    assertThat(CronExpression.errors("TZ=UTC")).hasSize(1);
  }

  @Test
  void countsTheByteThatBreaksBase64() {
    assertThat(Base64Text.errors("Zm9v\nZg==")).isEmpty();
    assertThat(Base64Text.errors("Zm9v?")).containsExactly("illegal base64 data at input byte 4");
    assertThat(Base64Text.errors("Zg")).containsExactly("illegal base64 data at input byte 0");
  }

  @Test
  void knowsPortsAndPercentages() {
    assertThat(Port.errors(0)).containsExactly("must be between 1 and 65535, inclusive");
    assertThat(Port.parse("65535")).hasValue(65535);
    assertThat(Port.parse("65536")).isEmpty();
    assertThat(PortRange.parse("30000+100").get()).isEqualTo(new PortRange(30000, 30100));
    assertThat(PortRange.parse("2-1").isOk()).isFalse();
    assertThat(PortRange.NODE_PORTS.outOfRange()).endsWith("30000-32767");
    assertThat(IntOrString.of("80").portErrors()).hasSize(1);
    assertThat(IntOrString.of(80).portErrors()).isEmpty();
    assertThat(Percent.errors("-5%")).hasSize(1);
    assertThat(Percent.scaled(IntOrString.of("25%"), 5, true)).isEqualTo(OptionalInt.of(2));
    assertThat(Percent.scaled(IntOrString.of("25%"), 5, false)).isEqualTo(OptionalInt.of(1));
    assertThat(Percent.scaled(IntOrString.of("half"), 5, true)).isEmpty();
  }
}
