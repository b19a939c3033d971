package dev.hopcheck.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.engine.Mend;
import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Fix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each case draws the findings that are marked in it and no others, reads as recorded, and is clean
 * once its fixes are applied.
 */
class RuleCasesTest {
  @TempDir Path scratch;

  @Test
  void looksAtCases() throws IOException {
    assertThat(RuleCase.all()).hasSizeGreaterThan(100);
  }

  @TestFactory
  List<DynamicTest> findingsAreThoseMarked() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (RuleCase one : RuleCase.all()) {
      tests.add(DynamicTest.dynamicTest(one.rule() + " " + one.name(), () -> check(one)));
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> everyFileBelongsToACase() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path folder : RuleCase.list(RuleCase.root())) {
      for (Path file : RuleCase.list(folder)) {
        tests.add(
            DynamicTest.dynamicTest(
                folder.getFileName() + " " + file.getFileName(), () -> belongs(file)));
      }
    }
    return tests;
  }

  private static void belongs(Path file) {
    String name = file.getFileName().toString();
    if (!RuleCase.isOutput(file)) {
      assertThat(Files.isDirectory(file) || name.endsWith(".yaml")).isTrue();
      return;
    }
    String base = name.substring(0, name.length() - ".golden.txt".length());
    boolean owned =
        Files.exists(file.resolveSibling(base + ".yaml"))
            || Files.isDirectory(file.resolveSibling(base));
    assertThat(owned).as("a case for %s", file).isTrue();
  }

  private void check(RuleCase one) throws IOException {
    Path folder = Files.createTempDirectory(scratch, "case");
    one.copyTo(folder);
    List<Finding> findings = one.lint(folder);
    SoftAssertions all = new SoftAssertions();
    all.assertThat(places(findings)).isEqualTo(one.expected());
    Golden.check(one.golden(), one.render(folder), all);
    mend(one, findings, folder, all);
    all.assertAll();
  }

  private static List<String> places(List<Finding> findings) {
    List<String> places = new ArrayList<>();
    for (Finding finding : findings) {
      places.add(
          finding.location().file().name()
              + " "
              + finding.location().start().line()
              + " "
              + finding.rule());
    }
    return places;
  }

  private static void mend(RuleCase one, List<Finding> findings, Path folder, SoftAssertions all)
      throws IOException {
    List<Finding> mendable = mendable(one, findings);
    if (mendable.isEmpty()) {
      all.assertThat(one.fixed()).doesNotExist();
      return;
    }
    all.assertThat(Mend.of(mendable, true).apply()).isEmpty();
    List<Path> files = RuleCase.list(folder);
    if (files.size() == 1) {
      Golden.check(one.fixed(), Files.readString(files.get(0)), all);
    }
    List<Finding> left = one.lint(folder);
    all.assertThat(left).as("what the fixes leave").hasSize(findings.size() - mendable.size());
    all.assertThat(mendable(one, left)).as("fixes after fixing").isEmpty();
  }

  private static List<Finding> mendable(RuleCase one, List<Finding> findings) {
    List<Finding> mendable = new ArrayList<>();
    for (Finding finding : findings) {
      boolean edits = false;
      for (Fix fix : finding.fixes()) {
        edits |= fix.applicability() != Applicability.DISPLAY_ONLY;
      }
      if (edits && finding.rule().value().equals(one.rule())) {
        mendable.add(finding);
      }
    }
    return mendable;
  }
}
