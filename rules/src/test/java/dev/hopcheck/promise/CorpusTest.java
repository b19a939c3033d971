package dev.hopcheck.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Linter;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Real manifests: silence where nothing is wrong, and each finding at its place. */
class CorpusTest {
  /** Projects that work; anything said about them is wrong. */
  private static final List<String> RIGHT =
      List.of(
          "GoogleCloudPlatform+microservices-demo",
          "GoogleCloudPlatform+bank-of-anthos",
          "microservices-demo+microservices-demo");

  private static LintResult lint(Path corpus, List<String> folders) {
    return Linter.installed().lint(LintRequest.of(folders).base(corpus).build());
  }

  @Test
  void projectsWithoutFaultsDrawNoErrorAndNoWarning() {
    LintResult result = lint(Shared.path("corpus"), RIGHT);
    List<String> said = new ArrayList<>();
    for (Finding finding : result.findings()) {
      if (finding.severity() != Severity.INFO) {
        said.add(shown(finding));
      }
    }
    assertThat(said).isEmpty();
    assertThat(result.problems()).isEmpty();
    assertThat(result.accounting().documents()).isGreaterThan(80);
  }

  @Test
  void placesShowWhatTheHeadlineNames() {
    Path corpus = Shared.path("corpus");
    List<String> folders = new ArrayList<>();
    for (Path folder : Shared.list(corpus)) {
      if (Files.isDirectory(folder)) {
        folders.add(folder.getFileName().toString());
      }
    }
    LintResult result = lint(corpus, folders);
    Map<String, Integer> byRule = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (Finding finding : result.findings()) {
      byRule.merge(finding.severity().word() + " " + finding.rule(), 1, Integer::sum);
      if (!Headlines.names(finding)) {
        wrong.add(shown(finding) + " at `" + finding.location().text() + "`");
      }
    }
    byRule.forEach((rule, count) -> System.out.println(count + " " + rule));
    System.out.println(
        "places: "
            + (result.findings().size() - wrong.size())
            + " of "
            + result.findings().size()
            + " show what the headline names");
    assertThat(wrong).isEmpty();
    assertThat(result.findings()).hasSizeGreaterThan(400);
  }

  private static String shown(Finding finding) {
    return finding.location().file().name()
        + ":"
        + finding.location().start().line()
        + " "
        + finding.rule()
        + ": "
        + finding.headline();
  }
}
