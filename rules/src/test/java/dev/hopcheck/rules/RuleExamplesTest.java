package dev.hopcheck.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.Linter;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples of each page do what the page says, and teach no other fault. */
class RuleExamplesTest {
  private static final Catalogue CATALOGUE = Catalogue.installed();

  @Test
  void looksAtRules() {
    assertThat(CATALOGUE.rules()).hasSizeGreaterThan(50);
  }

  @TestFactory
  List<DynamicTest> badDrawsTheFindingAtTheMarkedLines() {
    List<DynamicTest> tests = new ArrayList<>();
    for (RuleDoc doc : docs()) {
      tests.add(DynamicTest.dynamicTest(doc.id().value(), () -> bad(doc)));
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> goodDrawsNothing() {
    List<DynamicTest> tests = new ArrayList<>();
    for (RuleDoc doc : docs()) {
      tests.add(DynamicTest.dynamicTest(doc.id().value(), () -> good(doc)));
    }
    return tests;
  }

  /**
   * Comments that silence rules, and kustomizations, are no matter of one manifest: the engine's
   * tests hold them.
   */
  private static List<RuleDoc> docs() {
    List<RuleDoc> docs = new ArrayList<>();
    for (RuleDoc doc : CATALOGUE.docs()) {
      if (!doc.family().equals("suppression") && !doc.family().equals("kustomization")) {
        docs.add(doc);
      }
    }
    return docs;
  }

  private static void bad(RuleDoc doc) {
    String id = doc.id().value();
    Marks marks = Marks.read(doc.bad(), id);
    if (id.equals("yaml-syntax")) {
      return; // a problem of the run, and no finding
    }
    assertThat(marks.expected()).as("marks of the example").isNotEmpty();
    List<String> found = new ArrayList<>();
    for (Finding finding : lint(marks.text())) {
      if (finding.rule().equals(doc.id())) {
        found.add(finding.location().start().line() + " " + id);
      }
    }
    assertThat(found).isEqualTo(marks.expected());
  }

  private static void good(RuleDoc doc) {
    assertThat(doc.good()).isNotBlank();
    List<String> found = new ArrayList<>();
    for (Finding finding : lint(doc.good())) {
      if (finding.severity() != Severity.INFO) {
        found.add(finding.location().start().line() + " " + finding.rule());
      }
    }
    assertThat(found).isEmpty();
  }

  private static List<Finding> lint(String text) {
    SourceFile file = SourceFile.of("example.yaml", text);
    return new Linter(CATALOGUE).lint(LintRequest.ofTexts(List.of(file)).build()).findings();
  }
}
