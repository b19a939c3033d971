package dev.hopcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is prose and what is code in Markdown. */
class MarkdownTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "word",
        "azAZ",
        "two words",
        "(see this)",
        "((this.;:,))",
        "don't near-miss",
        "deadbe",
        "deadbeeg",
        "a, b; c: d.",
        "12345 files",
        "12345",
        "(12345",
        "(abcde)",
        "1a",
        "09a",
        "()",
        "x  y",
        " x ",
      })
  void proseStays(String text) {
    assertThat(MarkdownText.message(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456",
        "1.",
        "(1)",
        "deadbee",
        "aaaaaaa",
        "fffffff",
        "DEADBE1",
        "a1",
        "'a",
        "a'",
        "-a",
        "a-",
        "@team",
        "a/b",
        "a_b",
        "[x]",
        "{x}",
        "a:b",
        "x@",
        "\u00e9",
        "http://x",
      })
  void whatCouldBeMoreIsCode(String word) {
    assertThat(MarkdownText.message(word)).isEqualTo("`" + word + "`");
    assertThat(MarkdownText.message("see " + word + " there"))
        .isEqualTo("see `" + word + "` there");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a `b` c ~ a `b` c",
        "a `b c` d ~ a `b c` d",
        "x `@a` @b ~ x `@a` `@b`",
        "@a @b c ~ `@a @b` c",
        "@a`@b` ~ `@a@b`",
        "`a``b` ~ `ab`",
        "a ` b ~ a &#96; b",
        "`a|b` ~ `a`&#124;`b`",
        "a|b ~ `a`&#124;`b`",
        "| ~ &#124;",
        "|| ~ &#124;&#124;",
        "`a` `b ~ `a` &#96;`b`",
        "`` ~ ''",
      })
  void backticksMakeCodeAndBarsDoNotEndCells(String text, String shown) {
    assertThat(MarkdownText.message(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a ~ `a`",
        "a b ~ `a b`",
        "a`b ~ `a`&#96;`b`",
        "`a ~ &#96;`a`",
        "a| ~ `a`&#124;",
        "{U+0041} ~ `{U+007B}U+0041}`",
      })
  void namesAreCode(String name, String shown) {
    assertThat(MarkdownText.code(name)).isEqualTo(shown);
  }

  @Test
  void longTextsAreCutByCodePoints() {
    String whole = "\uD83D\uDE00".repeat(600);
    assertThat(MarkdownText.code(whole)).isEqualTo("`" + whole + "`");
    assertThat(MarkdownText.code(whole + "x")).isEqualTo("`" + whole + "\u2026`");
    assertThat(MarkdownText.message("x".repeat(600))).isEqualTo("x".repeat(600));
    assertThat(MarkdownText.message("x".repeat(601))).isEqualTo("`" + "x".repeat(600) + "\u2026`");
  }
}
