package dev.hopcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.Position;
import java.io.IOException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in terminals, logs, XML, SARIF and commands of CI servers, at the edges of what is cut. */
class EscapersTest {
  private static final String SMILE = "\uD83D\uDE00";

  /** Ends of the ranges that are not shown, each with neighbours that are. */
  @ParameterizedTest
  @CsvSource({
    "00, 1F, 20",
    "7F, 9F, A0",
    "AD, AD, AE",
    "600, 605, 606",
    "61C, 61C, 61D",
    "6DD, 6DD, 6DE",
    "200B, 200F, 2010",
    "2028, 202E, 202F",
    "2060, 206F, 2070",
    "D800, DFFF, E000",
    "FEFF, FEFF, FF00",
    "FFF9, FFFB, FFFC",
    "E0000, 10FFFF, FFFD",
  })
  void whatIsInvisibleOrObeyedIsWrittenOut(String first, String last, String after) {
    for (String end : new String[] {first, last}) {
      int point = Integer.parseInt(end, 16);
      assertThat(Visible.line("a" + text(point) + "b")).isEqualTo("a{U+" + padded(end) + "}b");
    }
    String visible = text(Integer.parseInt(after, 16));
    assertThat(Visible.line(visible)).isSameAs(visible);
    if (!first.equals("00")) {
      String before = text(Integer.parseInt(first, 16) - 1);
      assertThat(Visible.line(before)).isSameAs(before);
    }
  }

  private static String text(int point) {
    return new String(new int[] {point}, 0, 1);
  }

  private static String padded(String digits) {
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }

  @Test
  void plainTextIsNotCopied() {
    for (String text : new String[] {"", "a~ b", "a" + SMILE + "b", "#[x] [x] ###"}) {
      assertThat(Visible.line(text)).isSameAs(text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "##[error]x, ##{U+005B}error]x",
    "a##[b, a##{U+005B}b",
    "##[a##[b, ##{U+005B}a##{U+005B}b",
    "###[a, ###{U+005B}a",
    "#[a, #[a",
    "# #[a, # #[a",
    "#a[b, #a[b",
    "[[[, [[[",
  })
  void commandsOfRunnersAreBroken(String text, String shown) {
    assertThat(Visible.line(text)).isEqualTo(shown);
    assertThat(XmlText.of(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "::error::x|{U+003A}:error::x",
        "  ::x|  {U+003A}:x",
        ":: |{U+003A}: ",
        "   |   ",
        " a::b| a::b",
        ":a|:a",
        "  :|  :",
        "a|a",
      })
  void aLineDoesNotStartWithACommand(String text, String shown) {
    assertThat(Visible.start(text)).isEqualTo(shown);
  }

  @Test
  void linesAreCutAtTwoThousandCharacters() {
    assertThat(Visible.line("x".repeat(2_000))).isEqualTo("x".repeat(2_000));
    assertThat(Visible.line("x".repeat(2_001))).isEqualTo("x".repeat(2_000) + "\u2026");
    assertThat(Visible.line("x".repeat(1_999) + SMILE)).isEqualTo("x".repeat(1_999) + "\u2026");
    assertThat(Visible.line("x".repeat(1_998) + SMILE + "y"))
        .isEqualTo("x".repeat(1_998) + SMILE + "\u2026");
    assertThat(Visible.line("\n".repeat(2_001))).isEqualTo("{U+000A}".repeat(2_000) + "\u2026");
  }

  @ParameterizedTest
  @CsvSource({
    "a.yaml, a.yaml",
    "{a}, {a}",
    "{U+001B}, {U+007B}U+001B}",
    "a{U+, a{U+007B}U+",
  })
  void namesThatLookEscapedAreDistinct(String name, String shown) {
    assertThat(Visible.name(name)).isEqualTo(shown);
  }

  @Test
  void namesAreNotCut() {
    assertThat(Visible.name("x".repeat(5_000) + "\n")).isEqualTo("x".repeat(5_000) + "{U+000A}");
  }

  @ParameterizedTest
  @CsvSource({"20, 7E", "A0, D7FF", "E000, FFFD", "10000, 10FFFF"})
  void xmlHoldsWhatItCan(String first, String last) {
    for (String end : new String[] {first, last}) {
      int point = Integer.parseInt(end, 16);
      assertThat(XmlText.of(text(point))).isEqualTo(text(point));
      assertThat(XmlText.lines(text(point))).isEqualTo(text(point));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "1F", "7F", "9F", "D800", "DFFF", "FFFE", "FFFF", "09", "0D"})
  void xmlHasNoPlaceForTheRest(String digits) {
    String text = "a" + text(Integer.parseInt(digits, 16)) + SMILE;
    assertThat(XmlText.of(text)).isEqualTo("a{U+" + padded(digits) + "}" + SMILE);
    assertThat(XmlText.lines(text)).isEqualTo("a{U+" + padded(digits) + "}" + SMILE);
  }

  @Test
  void onlyOurOwnLinesEndInXml() {
    assertThat(XmlText.of("a\nb")).isEqualTo("a{U+000A}b");
    assertThat(XmlText.lines("a\nb")).isEqualTo("a\nb");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[a](b)|[a\\](b)",
        "[a] (b)|[a] (b)",
        "]x](y|]x\\](y",
        "[a\\](b)|[a\\\\\\](b)",
        "[a\\\\](b)|[a\\\\\\\\\\](b)",
        "\\a](b)|\\a\\](b)",
        "{0}|{{0}}",
        "{9}|{{9}}",
        "{10} {a}|{{10}} {{a}}",
        "{a} {1}|{{a}} {{1}}",
        "{}|{}",
        "{a}|{a}",
        "{1|{1",
        "{1a}|{1a}",
        "{/}|{/}",
        "{:}|{:}",
        "1}|1}",
        "[a](b) {0}|[a\\](b) {{0}}",
      })
  void sarifHasNoLinksAndNoPlacesForArguments(String text, String shown) {
    assertThat(SarifText.line(text)).isEqualTo(shown);
  }

  @Test
  void sarifMessagesAreVisibleLines() {
    assertThat(SarifText.line("a\u001bb")).isEqualTo("a{U+001B}b");
  }

  @ParameterizedTest
  @CsvSource({
    "/tree, /tree/a/b.yaml, a/b.yaml",
    "/tree, /treetop/a.yaml, /treetop/a.yaml",
    "/tree, /tree, /tree",
    "/tree, /other/tree/a, /other/tree/a",
    "/tree, /tree/./a, a",
    "'', /a, /a",
    "'', ./a, a",
    "'', ././a, a",
    "'', .a, .a",
    "'', ../a, ../a",
    "'', a/./b, a/./b",
  })
  void filesAreNamedFromTheFolderOfTheRun(String folder, String name, String path) {
    assertThat(new ReportPath(folder).of(name)).isEqualTo(path);
  }

  private static String annotation(
      String file, @Nullable Position start, @Nullable Position end, String title, String message)
      throws IOException {
    StringBuilder out = new StringBuilder();
    new Annotation(Severity.ERROR, file, start, end, title, message).write(out);
    return out.toString();
  }

  @Test
  void annotationsSayAsMuchOfThePlaceAsIsKnown() throws IOException {
    Position start = new Position(3, 5);
    assertThat(annotation("a.yaml", start, new Position(3, 9), "t", "m"))
        .isEqualTo("::error file=a.yaml,line=3,endLine=3,col=5,endColumn=9,title=t::m\n");
    assertThat(annotation("a.yaml", start, new Position(4, 1), "t", "m"))
        .isEqualTo("::error file=a.yaml,line=3,endLine=4,title=t::m\n");
    assertThat(annotation("a.yaml", null, null, "t", "m"))
        .isEqualTo("::error file=a.yaml,title=t::m\n");
    assertThat(annotation("", start, start, "t", "m")).isEqualTo("::error title=t::m\n");
  }

  @ParameterizedTest
  @CsvSource({"ERROR, error", "WARNING, warning", "INFO, notice"})
  void annotationsAreOfAKind(Severity severity, String word) throws IOException {
    StringBuilder out = new StringBuilder();
    new Annotation(severity, "", null, null, "t", "m").write(out);
    assertThat(out).hasToString("::" + word + " title=t::m\n");
  }

  @Test
  void annotationsEscapeWhatEndsAValue() throws IOException {
    assertThat(annotation("a,b:c%\n\r", null, null, "x,y:z%\r\n", "p,q:r%\r\n"))
        .isEqualTo(
            "::error file=a%2Cb%3Ac%25{U+000A}{U+000D},title=x%2Cy%3Az%25%0D%0A::p,q:r%25%0D%0A\n");
  }

  static IntStream aroundTheCut() {
    return IntStream.rangeClosed(4_086, 4_100);
  }

  /** At most 4,096 characters, and neither an escape nor a pair is cut in two. */
  @ParameterizedTest
  @MethodSource("aroundTheCut")
  void annotationsAreCutBetweenCharacters(int before) throws IOException {
    String head = "x".repeat(before);
    assertThat(message(head)).isEqualTo(before <= 4_096 ? head : "x".repeat(4_095) + "\u2026");

    int room = 4_095 - before;
    String afterPercent = "y".repeat(20);
    String percent = message(head + "%" + afterPercent);
    if (room >= 3) {
      assertThat(percent).isEqualTo(head + "%25" + "y".repeat(room - 3) + "\u2026");
    } else {
      assertThat(percent).isEqualTo("x".repeat(Math.min(before, 4_095)) + "\u2026");
    }

    String pair = message(head + SMILE + afterPercent);
    if (room >= 2) {
      assertThat(pair).isEqualTo(head + SMILE + "y".repeat(room - 2) + "\u2026");
    } else {
      assertThat(pair).isEqualTo("x".repeat(Math.min(before, 4_095)) + "\u2026");
    }
  }

  private static String message(String text) throws IOException {
    String line = annotation("", null, null, "t", text);
    return line.substring("::error title=t::".length(), line.length() - 1);
  }
}
