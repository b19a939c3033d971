package dev.hopcheck.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.RuleDoc;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The generated pages are current, and there are no others. */
class RulePagesTest {
  private static final Catalogue CATALOGUE = Catalogue.installed();

  private static final Path DOCS =
      Path.of(System.getProperty("hopcheck.testdata")).resolveSibling("rules").resolve("docs");

  @TestFactory
  List<DynamicTest> pagesAreCurrent() {
    List<DynamicTest> tests = new ArrayList<>();
    for (RuleDoc doc : CATALOGUE.docs()) {
      Path page = DOCS.resolve(doc.id() + ".md");
      tests.add(
          DynamicTest.dynamicTest(doc.id().value(), () -> current(page, RuleMarkdown.page(doc))));
    }
    return tests;
  }

  @Test
  void indexIsCurrent() throws IOException {
    assertThat(CATALOGUE.docs()).hasSizeGreaterThan(5);
    current(DOCS.resolve("index.md"), RuleMarkdown.index(CATALOGUE.docs()));
  }

  @Test
  void thereIsNoPageTooMany() throws IOException {
    Set<String> expected = new TreeSet<>(Set.of("index.md"));
    for (RuleDoc doc : CATALOGUE.docs()) {
      expected.add(doc.id() + ".md");
    }
    Set<String> found = new TreeSet<>();
    for (Path file : RuleCase.list(DOCS)) {
      found.add(file.getFileName().toString());
    }
    assertThat(found).isNotEmpty();
    assertThat(expected).containsAll(found);
  }

  private static void current(Path page, String text) throws IOException {
    SoftAssertions all = new SoftAssertions();
    Golden.check(page, text, all);
    all.assertAll();
  }
}
