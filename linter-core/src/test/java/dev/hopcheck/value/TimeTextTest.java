package dev.hopcheck.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times, durations and schedules as Go reads them, at the edges. */
class TimeTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-01-31T00:00:00Z",
        "0000-12-31T23:59:59Z",
        "2000-02-29T01:02:03Z",
        "2024-02-29T01:02:03Z",
        "2023-02-28T01:02:03Z",
        "2024-04-30T1:02:03Z",
        "2024-01-01T01:02:03.5Z",
        "2024-01-01T01:02:03,123456789012Z",
        "2024-01-01T01:02:03+24:60",
        "2024-01-01T01:02:03-00:00",
      })
  void theseAreTimes(String text) {
    assertThat(Timestamp.errors(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1900-02-29T01:02:03Z|day",
        "2023-02-29T01:02:03Z|day",
        "2024-02-30T01:02:03Z|day",
        "2024-01-32T01:02:03Z|day",
        "2024-04-31T01:02:03Z|day",
        "2024-01-00T01:02:03Z|day",
        "2024-00-01T01:02:03Z|month",
        "2024-13-01T01:02:03Z|month",
        "2024-01-01T24:02:03Z|hour",
        "2024-01-01T01:60:03Z|minute",
        "2024-01-01T01:02:60Z|second",
        "2024-01-01T01:02:03+25:00|time zone offset hour",
        "2024-01-01T01:02:03+00:61|time zone offset minute",
      })
  void whatIsOutOfRange(String text, String what) {
    assertThat(Timestamp.errors(text))
        .containsExactly("parsing time \"" + text + "\": " + what + " out of range");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|''|2006",
        "202|202|2006",
        "x024|x024|2006",
        "2024|''|-",
        "2024x|x|-",
        "2024-1-01T01:02:03Z|1-01T01:02:03Z|01",
        "2024-01-1T01:02:03Z|1T01:02:03Z|02",
        "2024-01-01t01:02:03Z|t01:02:03Z|T",
        "2024-01-01Tx|x|15",
        "2024-01-01T01:2:03Z|2:03Z|04",
        "2024-01-01T01:02:3Z|3Z|05",
        "2024-01-01T01:02:03|''|Z07:00",
        "2024-01-01T01:02:03z|z|Z07:00",
        "2024-01-01T01:02:03.Z|.Z|Z07:00",
        "2024-01-01T01:02:03.|.|Z07:00",
        "2024-01-01T01:02:03+01:0|+01:0|Z07:00",
        "2024-01-01T01:02:03*01:00|*01:00|Z07:00",
        "2024-01-01T01:02:03+0x:00|+0x:00|Z07:00",
        "2024-01-01T01:02:03+01:x0|+01:x0|Z07:00",
        "2024-01-01T01:02:03+01-00|+01-00|Z07:00",
      })
  void whereReadingEnds(String text, String rest, String element) {
    assertThat(Timestamp.errors(text))
        .containsExactly(
            "parsing time \""
                + text
                + "\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \""
                + rest
                + "\" as \""
                + element
                + "\"");
  }

  @ParameterizedTest
  @CsvSource({"2024-01-01T01:02:03Zx, x", "2024-01-01T01:02:03+01:00Z, Z"})
  void whatStandsBehind(String text, String extra) {
    assertThat(Timestamp.errors(text))
        .containsExactly("parsing time \"" + text + "\": extra text: \"" + extra + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0s",
    "+0, 0s",
    "-0, 0s",
    "0s, 0s",
    "1ns, 1ns",
    "999ns, 999ns",
    "1000ns, 1\u00b5s",
    "1us, 1\u00b5s",
    "1\u00b5s, 1\u00b5s",
    "1\u03bcs, 1\u00b5s",
    "1001ns, 1.001\u00b5s",
    "999999ns, 999.999\u00b5s",
    "1ms, 1ms",
    "1.5ms, 1.5ms",
    "999999999ns, 999.999999ms",
    "1s, 1s",
    "-1s, -1s",
    "59.5s, 59.5s",
    "60s, 1m0s",
    "61s, 1m1s",
    "59m59s, 59m59s",
    "60m, 1h0m0s",
    "90m, 1h30m0s",
    "1h1m1.25s, 1h1m1.25s",
    "+1h, 1h0m0s",
    ".5s, 500ms",
    "1.s, 1s",
    "1.09s, 1.09s",
    "0.3333333333333333333h, 20m0s",
    "9223372036854775807ns, 2562047h47m16.854775807s",
    "-9223372036854775808ns, -2562047h47m16.854775808s",
    "2562047h47m16.854775807s, 2562047h47m16.854775807s",
  })
  void durationsReadAndPrintAsInGo(String text, String shown) {
    assertThat(GoDuration.parse(text).get()).hasToString(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "'', invalid duration",
    "-, invalid duration",
    "+, invalid duration",
    "., invalid duration",
    ".s, invalid duration",
    "s, invalid duration",
    "x, invalid duration",
    "1, missing unit in duration",
    "00, missing unit in duration",
    "1.5, missing unit in duration",
    "1s1, missing unit in duration",
    "--1s, invalid duration",
    "9223372036854775808ns, invalid duration",
    "-9223372036854775809ns, invalid duration",
    "92233720368547758080ns, invalid duration",
    "9223372036854775809ns, invalid duration",
    "9223372036854775807ns1ns, invalid duration",
    "-9223372036854775808ns1ns, invalid duration",
    "2562048h, invalid duration",
    "9223372037s, invalid duration",
  })
  void whatIsNoDuration(String text, String why) {
    assertThat(GoDuration.parse(text).error()).isEqualTo("time: " + why + " \"" + text + "\"");
  }

  @ParameterizedTest
  @CsvSource({"1d, d", "1S, S", "1 s, ' s'", "1h2x, x", "1sm, sm"})
  void unitsThatThereAreNot(String text, String unit) {
    assertThat(GoDuration.parse(text).error())
        .isEqualTo("time: unknown unit \"" + unit + "\" in duration \"" + text + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "* * * * *|none",
        "? ? ? ? ?|none",
        "59 23 31 12 6|none",
        "0 0 1 1 0|none",
        "0-59 0-23 1-31 jan-DEC sun-Sat|none",
        "1,2,,3 * * * *|none",
        "*/15,3-9/2 * * * *|none",
        "59/1 * * * *|none",
        "+5 * * * *|none",
        "  1   2\t3 4 5  |none",
        "60 * * * *|end of range (60) above maximum (59): 60",
        "* 24 * * *|end of range (24) above maximum (23): 24",
        "* * 0 * *|beginning of range (0) below minimum (1): 0",
        "* * 32 * *|end of range (32) above maximum (31): 32",
        "* * * 0 *|beginning of range (0) below minimum (1): 0",
        "* * * 13 *|end of range (13) above maximum (12): 13",
        "* * * * 7|end of range (7) above maximum (6): 7",
        "9-8 * * * *|beginning of range (9) beyond end of range (8): 9-8",
        "9-9 * * * *|none",
        "1,9-8 * * * *|beginning of range (9) beyond end of range (8): 9-8",
        "60/2 * * * *|beginning of range (60) beyond end of range (59): 60/2",
        "*/0 * * * *|step of range should be a positive number: */0",
        "*/1 * * * *|none",
        "1-2-3 * * * *|too many hyphens: 1-2-3",
        "*/1/2 * * * *|too many slashes: */1/2",
        "-5 * * * *|failed to parse int from : strconv.Atoi: parsing \"\": invalid syntax",
        "*/-5 * * * *|negative number (-5) not allowed: -5",
        "*/x * * * *|failed to parse int from x: strconv.Atoi: parsing \"x\": invalid syntax",
        "1-x * * * *|failed to parse int from x: strconv.Atoi: parsing \"x\": invalid syntax",
        "mon * * * *|failed to parse int from mon: strconv.Atoi: parsing \"mon\": invalid syntax",
        "9223372036854775808 * * * *|failed to parse int from 9223372036854775808: strconv.Atoi:"
            + " parsing \"9223372036854775808\": value out of range",
        "18446744073709551615x * * * *|failed to parse int from 18446744073709551615x:"
            + " strconv.Atoi: parsing \"18446744073709551615x\": invalid syntax",
        "18446744073709551616x * * * *|failed to parse int from 18446744073709551616x:"
            + " strconv.Atoi: parsing \"18446744073709551616x\": value out of range",
        "111111111111111111111x * * * *|failed to parse int from 111111111111111111111x:"
            + " strconv.Atoi: parsing \"111111111111111111111x\": value out of range",
        "* * * *|expected exactly 5 fields, found 4: [* * * *]",
        "* * * * * *|expected exactly 5 fields, found 6: [* * * * * *]",
        "''|empty spec string",
        "' '|expected exactly 5 fields, found 0: []",
        "@yearly|none",
        "@annually|none",
        "@monthly|none",
        "@weekly|none",
        "@daily|none",
        "@midnight|none",
        "@hourly|none",
        "@Hourly|unrecognized descriptor: @Hourly",
        "@every 1h30m|none",
        "@every|unrecognized descriptor: @every",
        "@every 1|failed to parse duration @every 1: time: missing unit in duration \"1\"",
      })
  void schedules(String schedule, @Nullable String error) {
    assertThat(CronExpression.errors(schedule))
        .isEqualTo(error == null ? List.of() : List.of(error));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1\u00a02 3 4 5", "1\u00852\u000b3\f4\r5", "1\u30002\u20283 4 5"})
  void fieldsArePartedByWhatGoCallsSpace(String schedule) {
    assertThat(CronExpression.errors(schedule)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TZ=UTC * * * * *|''",
        "CRON_TZ=UTC * * * * *|''",
        "TZ=UTC @hourly|''",
        "TZ=UTC|''",
        "TZ=UTC 1|expected exactly 5 fields, found 1: [1]",
        "TZ=Mars/X * * * * *|provided bad location Mars/X: unknown time zone Mars/X",
      })
  void timeZonesStandInAFieldOfTheirOwn(String schedule, String error) {
    String zone = "cannot use TZ or CRON_TZ in schedule, use timeZone field instead";
    assertThat(CronExpression.errors(schedule))
        .isEqualTo(error.isEmpty() ? List.of(zone) : List.of(error, zone));
  }
}
