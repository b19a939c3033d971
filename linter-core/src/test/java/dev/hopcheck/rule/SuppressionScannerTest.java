package dev.hopcheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.yaml.YamlLimits;
import dev.hopcheck.yaml.YamlReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where comments are seen, and what they cover. */
class SuppressionScannerTest {
  private static final String IGNORE = "# hopcheck: ignore wrong-type -- for a test";

  private final List<Suppression> found = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private void scan(String text) {
    SourceFile file = SourceFile.of("a.yaml", text);
    new SuppressionScanner(
            file, YamlReader.read(file, YamlLimits.DEFAULT).documents(), Catalogue.of())
        .scan(found, findings);
  }

  private String scope() {
    assertThat(found).hasSize(1);
    return found.get(0).at().file().text(found.get(0).scope());
  }

  @Test
  void atALinesEndItMeansThatLine() {
    scan("spec:\n  type: X " + IGNORE + "\n  more: 1\n");
    assertThat(scope()).isEqualTo("  type: X " + IGNORE);
    assertThat(found.get(0).rules()).containsExactly(new RuleId("wrong-type"));
    assertThat(found.get(0).reason()).isEqualTo("for a test");
  }

  @Test
  void onItsOwnLineItMeansTheKeyBelowWithAllUnderIt() {
    scan("spec:\n  " + IGNORE + "\n  # another comment\n\n  ports:\n    - port: 1\n  type: X\n");
    assertThat(scope()).isEqualTo("ports:\n    - port: 1");
  }

  /** What the first finds below serves those behind it. */
  @Test
  void commentsInARowMeanTheSame() {
    String row = (IGNORE + "\n").repeat(3);
    scan("x: 1\n" + row + "\n# other\n" + row + "a: 1\nb:\n" + IGNORE.indent(2) + "  c: 1\n" + row);
    List<String> scopes = new ArrayList<>();
    for (Suppression one : found) {
      scopes.add(one.at().file().text(one.scope()));
    }
    assertThat(scopes).hasSize(7);
    assertThat(scopes.subList(0, 6)).containsOnly(scopes.get(0));
    assertThat(scopes.get(0)).isEqualTo("a: 1");
    assertThat(scopes.get(6)).isEqualTo("c: 1");
    assertThat(findings).hasSize(3);
  }

  @Test
  void onItsOwnLineItMeansTheItemBelow() {
    scan("ports:\n  " + IGNORE + "\n  - port: 1\n    name: a\n  - port: 2\n");
    assertThat(scope()).isEqualTo("port: 1\n    name: a");
  }

  @Test
  void aboveADocumentItMeansTheDocument() {
    scan("a: 1\n---\n" + IGNORE + "\nb: 1\nc: 2\n---\nd: 1\n");
    assertThat(scope()).contains("b: 1\nc: 2").doesNotContain("a: 1").doesNotContain("d: 1");
  }

  @Test
  void aboveASeparatorItMeansTheDocumentBelow() {
    scan(IGNORE + "\n---\nb: 1\nc: 2\n");
    assertThat(scope()).contains("b: 1\nc: 2");
  }

  @Test
  void aKeyThroughAnAliasIsWrittenElsewhere() {
    scan("a: &x\n  k: 1\nb:\n  " + IGNORE + "\n  c: *x\nd: 1\n");
    assertThat(scope()).isEqualTo("c");
  }

  @Test
  void lineEndsOfWindowsAreLineEnds() {
    scan("spec:\r\n  " + IGNORE + "\r\n  ports: 1\r\n  type: X\r\n");
    assertThat(scope()).isEqualTo("ports: 1");
    assertThat(found.get(0).at().text()).isEqualTo(IGNORE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'a: \"# hopcheck: ignore wrong-type -- x\"'",
        "'a: ''# hopcheck: ignore wrong-type -- x'''",
        "'a: |\n  # hopcheck: ignore wrong-type -- x\nb: 1'",
        "'a: >-\n  text\n  # hopcheck: ignore wrong-type -- x'",
        "'a: b#hopcheck: ignore wrong-type -- x'",
        "'a: 1 # see hopcheck: ignore wrong-type -- x'",
        "'a: hopcheck'",
      })
  void textIsNoComment(String text) {
    scan(text + "\n");
    assertThat(found).isEmpty();
    assertThat(findings).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ignore wrong-type; gives no reason",
        "ignore wrong-type --; gives no reason",
        "ignore; names no rule",
        "ignore -- why; names no rule",
        "disable wrong-type -- why; not understood",
        "ignore * -- why; all rules at once",
        "ignore wrong-type until -- why; no date",
        "ignore wrong-type until 2026-02-30 -- why; no date",
        "ignore wrong-type until 2026-02-03 unknown-field -- why; no date",
        "ignore wrong-typ -- why; there is no rule `wrong-typ`",
      })
  void robustness109WhatIsNotUnderstoodIsAFinding(String comment, String why) {
    scan("a: 1 # hopcheck: " + comment + "\n");
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).rule()).isEqualTo(SuppressionRule.INVALID.id());
    assertThat(findings.get(0).headline()).contains(why);
  }

  @Test
  void robustness109MoreRulesThanAnybodyMeansAreAFinding() {
    scan("a: 1 # hopcheck: ignore " + "wrong-type, ".repeat(100_000) + "-- why\n");
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).headline()).contains("more than 100 rules");
  }

  @Test
  void severalRulesAndADate() {
    scan("a: 1 #hopcheck: ignore wrong-type, unknown-field until 2027-01-31 -- a -- b\n");
    assertThat(found.get(0).rules())
        .containsExactly(new RuleId("wrong-type"), new RuleId("unknown-field"));
    assertThat(found.get(0).reason()).isEqualTo("a -- b");
    assertThat(found.get(0).expired(LocalDate.of(2027, 1, 31))).isFalse();
    assertThat(found.get(0).expired(LocalDate.of(2027, 2, 1))).isTrue();
  }

  @Test
  void aboveNothingItIsAFinding() {
    scan("a: 1\n" + IGNORE + "\n");
    assertThat(findings)
        .extracting(Finding::headline)
        .containsExactly("suppression stands above no key, item or document");
  }

  private static String annotated(String value) {
    return "kind: Service\nmetadata:\n  annotations:\n    hopcheck.dev/ignore: " + value + "\n";
  }

  @Test
  void robustness109AnAnnotationMeansItsObject() {
    scan("a: 1\n---\n" + annotated("'wrong-type until 2030-01-31 -- for a test'") + "---\nb: 1\n");
    assertThat(scope()).contains("kind: Service").doesNotContain("a: 1").doesNotContain("b: 1");
    assertThat(found.get(0).reason()).isEqualTo("for a test");
    assertThat(found.get(0).until()).isEqualTo(LocalDate.of(2030, 1, 31));
    assertThat(findings).isEmpty();
  }

  @Test
  void robustness109AnAnnotationOfAnItemMeansTheItem() {
    scan(
        "kind: List\nitems:\n- kind: A\n  metadata:\n    annotations:\n"
            + "      hopcheck.dev/ignore: wrong-type -- why\n- kind: B\n");
    assertThat(scope()).contains("kind: A").doesNotContain("kind: B");
    assertThat(findings).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "wrong-type, 'suppression gives no reason; the form is `RULE[, RULE] [until YYYY-MM-DD] -- reason`'",
    "'\"* -- all\"', suppression of all rules at once is not possible; name the rules",
    "'wrong-type until soon -- why', suppression has no date such as `2027-01-31` after `until`",
    "-- why, 'suppression names no rule; the form is `RULE[, RULE] [until YYYY-MM-DD] -- reason`'",
    "[], suppression is no text",
  })
  void robustness109AnAnnotationThatIsNotUnderstoodHasNoEffect(String value, String headline) {
    scan(annotated(value.equals("-- why") ? "'-- why'" : value));
    assertThat(found).isEmpty();
    assertThat(findings).extracting(Finding::headline).containsExactly(headline);
  }

  @Test
  void robustness109AnAnnotationOfAnythingElseHasNoEffect() {
    scan("kind: List\n" + annotated("wrong-type -- why").substring(14) + "items: []\n");
    scan(
        "kind: Deployment\nspec:\n  template:\n    "
            + annotated("wrong-type -- why").substring(14).replace("\n", "\n    ")
            + "\n");
    assertThat(found).isEmpty();
    assertThat(findings)
        .extracting(Finding::headline)
        .containsOnly("`hopcheck.dev/ignore` belongs to `metadata.annotations` of an object")
        .hasSize(2);
  }

  @Test
  void robustness109AnAnnotationMayNameARuleThatDoesNotExist() {
    scan(annotated("no-such-rule -- why"));
    assertThat(findings)
        .extracting(Finding::headline)
        .containsExactly("there is no rule `no-such-rule`");
  }
}
