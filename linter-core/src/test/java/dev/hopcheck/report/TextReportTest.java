package dev.hopcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a terminal is given: see robustness 80 and 81. */
class TextReportTest {
  private static String marked(String line, int from, int to) {
    SourceLine shown = SourceLine.of(line, from, to);
    return shown.text() + "\n" + " ".repeat(shown.mark()) + "^".repeat(shown.width());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a: b|4|5|a: b\\n   ^",
        "a:\tb|4|5|a:  b\\n    ^",
        "\ta: b|5|6|    a: b\\n       ^",
        "你好: b|5|6|你好: b\\n      ^",
        "a: 你|4|5|a: 你\\n   ^^",
        "a: \uD83D\uDE00 b|6|7|a: \uD83D\uDE00 b\\n      ^",
        "a:|3|3|a:\\n  ^",
        "a: b|4|999|a: b\\n   ^",
        "e\u0301: b|5|6|e\u0301: b\\n   ^",
      })
  void marksStandUnderWhatTheyMean(String line, int from, int to, String shown) {
    assertThat(marked(line, from, to)).isEqualTo(shown.replace("\\n", "\n"));
  }

  @Test
  void longLinesAreCutAroundTheMark() {
    String shown = marked("x".repeat(5000) + "bad" + "y".repeat(5000), 5001, 5004);
    String[] lines = shown.split("\n", -1);
    assertThat(lines[0]).hasSizeLessThan(120).startsWith("\u2026").endsWith("\u2026");
    assertThat(lines[0].substring(lines[1].indexOf('^'), lines[1].lastIndexOf('^') + 1))
        .isEqualTo("bad");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[2J", "\u001b]52;c;x\u0007", "\u009b2J", "a\bb", "a\rb", "\u202Ebad", "\u2066x",
            "\u200Bx",
        "\uFEFFx", "\u2028x", "\uD800x", "\u0085x", "\u007Fx", "x\ny", "##[error]x", "\uDB40\uDC41x"
      })
  void nothingThatATerminalObeysGetsThrough(String text) {
    String shown = Visible.line(text);
    assertThat(shown).contains("{U+").doesNotContain("##[");
    assertThat(shown.codePoints().allMatch(c -> c >= ' ' && c < 0x7F)).isTrue();
  }

  @Test
  void whatIsHarmlessStays() {
    String text = "name `caf\u00e9` \u4f60\u597d \uD83D\uDE00 [x] #[y]";
    assertThat(Visible.line(text)).isSameAs(text);
  }

  @Test
  void robustness60NamesThatWouldPrintAlikeAreDistinct() {
    assertThat(Visible.name("a\u001b.yaml")).isNotEqualTo(Visible.name("a{U+001B}.yaml"));
  }
}
