package dev.hopcheck.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.finding.Problem;
import dev.hopcheck.source.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cases 1 to 21 and 29, 30, 44 of bad input, as far as they concern the reader. */
class SyntaxTest {
  @Test
  void case01And02NothingIsNoDocument() {
    for (String text :
        List.of(
            "", "\n", "# only\n# comments", "---\n", "   \n\n", "--- # x\n---\n", "null\n", "~")) {
      assertThat(Documents.read(text).isEmpty()).as(text).isTrue();
    }
    assertThat(Documents.read("---\n".repeat(1000)).isEmpty()).isTrue();
    assertThat(Documents.read("---\n".repeat(999) + "a: b").documents()).hasSize(1);
  }

  @Test
  void case07ControlCharacters() {
    assertProblem("a: b\u0007c\n", 1, 5, "U+0007");
    assertProblem("a: b\nc: \u0000\n", 2, 4, "U+0000");
    assertProblem("a: \u0080\n", 1, 4, "U+0080");
    assertProblem("a: \u007F\n", 1, 4, "U+007F");
  }

  @Test
  void case08LoneSurrogates() {
    assertProblem("a: \"\\uD800\"\n", 1, 4, "surrogate");
    assertProblem("a: \"\\uD83D\\uDE00\"\n", 1, 4, "surrogate");
    YamlDocument json = Documents.one("{\"a\": \"\\uD83D\\uDE00\"}");
    assertThat(json.root().get("a").text()).isEqualTo("\uD83D\uDE00");
    assertThat(Documents.one("a: \uD83D\uDE00\n").root().get("a").text()).isEqualTo("\uD83D\uDE00");
  }

  @Test
  void case09NoncharacterInTheText() {
    assertProblem("a: b\uFFFE\n", 1, 5, "U+FFFE");
    assertThat(Documents.one("a: b\uFEFFc\n").root().get("a").text()).isEqualTo("b\uFEFFc");
  }

  @Test
  void case10BreaksOfYaml11() {
    assertThat(Documents.one("a: b\u2028c: d\u0085e: f\n").root().entries()).hasSize(3);
    assertProblem("ab\u2028c: d\n", 1, 5, "`:`");
    assertProblem("a: b\r---\rc: d\r", 2, 1, "without a line `---`");
  }

  @Test
  void case11EveryTruncationEndsWell() {
    String text =
        "apiVersion: v1\nmetadata: {name: \"a\\x41\\u00e9\", l: [x, 'y']}\nb: |\n  text\n&a c: *a\n? d\n: !!str e\n";
    for (int length = 0; length <= text.length(); length++) {
      YamlStream stream = Documents.read(text.substring(0, length));
      assertThat(stream.problems().size() + stream.documents().size()).isLessThanOrEqualTo(1);
    }
    assertProblem("a: \"\\x", 1, 2, "cannot be read");
  }

  @Test
  void case12TagsThatDoNotFit() {
    assertProblem("a: !!int abc\n", 1, 4, "!!int");
    assertProblem("a: !!binary \"@@\"\n", 1, 4, "base64");
    assertProblem("a: !!bool 12\n", 1, 4, "!!bool");
    assertProblem("a: !!null x\n", 1, 4, "!!null");
    assertProblem("a: !!float x\n", 1, 4, "!!float");
    assertThat(Documents.read("a: !%zz a\n").problems()).hasSize(1);
    assertThat(Documents.read("a: !e!x a\n").problems()).hasSize(1);
  }

  @Test
  void case13UnknownTagsAreIgnored() {
    YamlNode root = Documents.one("a: !foo 1\nb: !!java.io.File x\nc: !bar {d: e}\n").root();
    assertThat(root.get("a").scalar()).isEqualTo(new Scalar(Scalar.Type.STRING, "1"));
    assertThat(root.get("b").scalar().text()).isEqualTo("x");
    assertThat(root.get("c").get("d").text()).isEqualTo("e");
    assertThat(Documents.one("a: !!int [b]\nc: !!seq {d: e}\n").root().get("a").items()).hasSize(1);
    assertThat(Documents.one("a: !%20 b\n").root().get("a").text()).isEqualTo("b");
  }

  @Test
  void case14DirectivesAreCutOff() {
    assertThat(Documents.read("%YAML 1.1\n---\na: b\n").problems()).hasSize(1);
    assertThat(Documents.read("%YAML 1.1\n---\na: b\n").documents()).hasSize(1);
    assertThat(Documents.read("%YAML 99999999999999999999.1\na: b\n").problems()).hasSize(1);
    assertThat(Documents.read("%YAML 1.1\n%YAML 1.1\na: b\n").problems()).hasSize(1);
  }

  @Test
  void case15TabsWhereSpacesAreNeeded() {
    assertProblem("a:\n\tb: c\n", 2, 1, "tab");
    assertProblem("a:\n  b: c\n\t# note\n  d: e\n", 3, 1, "tab");
    assertProblem("a:\n-\tb\n", 2, 2, "tab");
    assertProblem("a: b\n\tc\n", 2, 1, "tab");
    for (String fine :
        List.of(
            "a:\tb\n", "a: b\t# c\n", "a: {b:\tc,\n\td: e}\n", "a: |\n  x\ty\n", "a: 'b\tc'\t\n")) {
      assertThat(Documents.read(fine).problems()).as(fine).isEmpty();
    }
  }

  @Test
  void case15ColonsAndQuotes() {
    assertProblem("a: b: c\n", 1, 5, "`:`");
    assertProblem("a: @b\n", 1, 4, "`@`");
    assertProblem("a: `b\n", 1, 4, "quote the value");
    assertProblem("a: %b\n", 1, 4, "`%`");
    assertProblem("a: 'b\n", 2, 1, "quote");
    assertProblem("a: [b\n", 2, 1, "");
    assertProblem("a:\n  b: c\n d: e\n", 3, 2, "indentation");
    assertProblem("a\nb: c\n", 2, 2, "");
    assertProblem("a: {b:{c: d}}\n", 1, 5, "blank");
    assertProblem("a: [http://b?c]\n", 1, 5, "`?`");
    assertProblem("a: \"b\\/c\"\n", 1, 4, "write `/`");
    assertThat(Documents.one("{\"a\": \"b\\/c\"}").root().get("a").text()).isEqualTo("b/c");
  }

  @Test
  void case16TemplatesAreHintedAt() {
    assertProblem("a: {{ .x }}:latest\n", 1, 12, "template");
    YamlNode value = Documents.one("a: {{ .Values.x }}\n").root().get("a");
    assertThat(value.isPlaceholder()).isTrue();
  }

  @Test
  void case17AmbiguousSeparators() {
    assertProblem("a: b\n--- {c: d}\n", 2, 5, "separator");
    assertProblem("a: b\n...\nc: d\n", 3, 1, "without a line `---`");
    assertProblem("a: b\n----\n", 2, 4, "separator");
    assertThat(Documents.read("a: b\n...\n---\nc: d\n").documents()).hasSize(2);
    assertThat(Documents.read("a: b\n--- # next\nc: d\n").documents()).hasSize(2);
    assertThat(Documents.read("a: |\n  x\n ---\nb: c\n").problems()).hasSize(1);
  }

  @Test
  void case18ABrokenDocumentHidesNoOther() {
    YamlStream stream = Documents.read("a: [\n---\nb: c\n---\n\nd: e\n");
    assertThat(stream.failedDocuments()).isEqualTo(1);
    assertThat(stream.problems().get(0).document()).isZero();
    assertThat(stream.documents()).hasSize(2);
    assertThat(stream.documents().get(1).index()).isEqualTo(2);
    assertThat(stream.documents().get(1).root().get("d").location().start())
        .isEqualTo(new Position(6, 4));
  }

  @Test
  void case19JsonAsClientsReadIt() {
    assertThat(Documents.read("{\"a\": 1}{\"b\": 2}\n\n {\"c\": {}}").documents()).hasSize(3);
    assertThat(Documents.read("{\"a\": [1, 2,], }").problems()).isEmpty();
    assertThat(Documents.read("{\"a\": 1} x").problems()).hasSize(1);
    assertThat(Documents.read("{\"a\": 1} {b: 2}").problems()).hasSize(1);
    assertThat(Documents.one("# note\n{\"a\": NaN}").root().get("a").scalar().isString()).isTrue();
    assertThat(Documents.read("{\"a\": [1e308, 1e400]}").problems()).hasSize(1);
    assertThat(Documents.read("{\"a\": 1e400}{\"a\": \"1e400\"}").problems()).hasSize(1);
    assertThat(Documents.read("{\"a\": " + "9".repeat(400) + "}").problems()).hasSize(1);
    for (String yaml : List.of("---\n{\"a\": 1e400}", "{\"a\": 1e400,}", "# a\n{\"a\": 1e400}")) {
      assertThat(Documents.one(yaml).root().get("a").text()).isEqualTo("1e400");
    }
    assertThat(
            Documents.one("{\n\t\"a\":\t{\n\t\t\"b\": []\n\t}\n}").root().get("a").get("b").items())
        .isEmpty();
    assertThat(Documents.read("{\"a\": 1}\n---\n{\"b\": 2}\n").documents()).hasSize(2);
  }

  @Test
  void case21ABinaryIsOneProblem() {
    StringBuilder binary = new StringBuilder("PNG");
    for (char c = 0; c < 1000; c++) {
      binary.append(c);
    }
    assertThat(Documents.read(binary.toString()).problems()).hasSize(1);
  }

  @Test
  void case29AliasesThatLeadNowhereOrRound() {
    assertProblem("a: *b\n", 1, 4, "no anchor `&b`");
    assertProblem("a: *b\nb: &b c\n", 1, 4, "no anchor");
    assertProblem("a: &a [*a]\n", 1, 8, "inside its own anchor");
    assertProblem("&a a: {b: *c}\n", 1, 11, "no anchor");
    assertProblem("a: &a {b: &b {c: *a}}\n", 1, 18, "inside its own anchor");
    assertProblem("a: &'b' c\n", 1, 4, "letters, digits");
    assertThat(Documents.one("a: &k b\n*k : c\n").root().get("b").text()).isEqualTo("c");
  }

  @Test
  void case30AnchorsMayBeRedefined() {
    YamlNode root = Documents.one("a: &x 1\nb: *x\nc: &x 2\nd: *x\n").root();
    assertThat(root.get("b").text()).isEqualTo("1");
    assertThat(root.get("d").text()).isEqualTo("2");
  }

  @Test
  void case44WhatCannotBeMerged() {
    assertProblem("a: {<<: x}\n", 1, 5, "`<<`");
    assertProblem("a: &l [{b: c}]\nd: {<<: *l}\n", 2, 5, "`<<`");
    assertProblem("a: {<<: [x]}\n", 1, 5, "`<<`");
    assertThat(Documents.one("a: {'<<': x}\n").root().get("a").get("<<").text()).isEqualTo("x");
  }

  @Test
  void keysThatNoClientTakes() {
    assertProblem("? [a]\n: b\n", 1, 3, "list");
    assertProblem("? {a: b}\n: c\n", 1, 3, "mapping");
    assertProblem("~: b\n", 1, 1, "null");
    assertProblem("a: {null: b}\n", 1, 5, "null");
  }

  private static void assertProblem(String text, int line, int column, String part) {
    List<Problem> problems = Documents.read(text).problems();
    assertThat(problems).as(text).hasSize(1);
    Problem problem = problems.get(0);
    assertThat(problem.id()).as(text).isIn("yaml-syntax", "yaml-encoding");
    assertThat(problem.message()).as(text).contains(part).doesNotContain("\n");
    assertThat(problem.at()).as(text + problem.message()).isEqualTo(new Position(line, column));
  }
}
