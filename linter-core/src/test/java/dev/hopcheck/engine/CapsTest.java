package dev.hopcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.config.Limit;
import dev.hopcheck.config.Limits;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which findings of a flood are kept, and what is said of the others. */
class CapsTest {
  private static final SourceFile A = SourceFile.of("a", "");
  private static final SourceFile B = SourceFile.of("b", "");

  /** Words such as {@code aE}: of file a, an error. */
  private static List<Finding> findings(String words) {
    List<Finding> findings = new ArrayList<>();
    for (String word : words.split(" ")) {
      Severity severity =
          switch (word.charAt(1)) {
            case 'E' -> Severity.ERROR;
            case 'W' -> Severity.WARNING;
            default -> Severity.INFO;
          };
      SourceFile file = word.charAt(0) == 'a' ? A : B;
      Location at = new Location(file, new Span(0, 0));
      findings.add(Finding.of(new RuleId("a-rule"), severity, word, at).build());
    }
    return findings;
  }

  @ParameterizedTest
  @CsvSource({
    "2, 9, aE aW, aE aW, ''",
    "2, 9, aE aW aI, aE aW, a1",
    "2, 9, aI aW aE, aW aE, a1",
    "2, 9, aI aI aE aE, aE aE, a2",
    "2, 9, aI aI aI bI, aI aI bI, a1",
    "2, 9, aI aI aI bI bE bE bI, aI aI bE bE, a1 b2",
    "1, 9, aI bI, aI bI, ''",
    "9, 2, aE bE, aE bE, ''",
    "9, 2, aI bE bW, bE bW, a1",
    "9, 2, aI aI bI, aI aI, b1",
    "9, 3, aI aW bI bW, aI aW bW, b1",
    "1, 2, aE aE bE bE, aE bE, a1 b1",
    "1, 1, aE bE, aE, b1",
  })
  void theHeaviestAreKept(int ofFile, int ofRun, String given, String kept, String dropped) {
    Limits limits =
        Limits.DEFAULT.with(Limit.FILE_FINDINGS, ofFile).with(Limit.RUN_FINDINGS, ofRun);
    List<Problem> problems = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (Finding finding : new Caps(limits, problems).apply(findings(given))) {
      left.add(finding.headline());
    }
    assertThat(String.join(" ", left)).isEqualTo(kept);
    List<String> said = new ArrayList<>();
    for (Problem problem : problems) {
      String message = problem.message();
      assertThat(problem.id()).isEqualTo("limit-findings");
      said.add(problem.file() + message.substring(0, message.indexOf(' ')));
    }
    assertThat(String.join(" ", said)).isEqualTo(dropped);
  }

  @Test
  void bothLimitsAreNamed() {
    Limits limits = Limits.DEFAULT.with(Limit.FILE_FINDINGS, 1);
    List<Problem> problems = new ArrayList<>();
    new Caps(limits, problems).apply(findings("aE aE aE"));
    assertThat(problems)
        .extracting(Problem::message)
        .containsExactly(
            "2 more findings are counted but not shown; at most 1 a file (limit `file-findings`)"
                + " and 25000 a run (limit `run-findings`) are");
  }

  @Test
  void aMomentIsPassedOrNot() {
    long now = System.nanoTime();
    assertThat(new Deadline(now - 1).passed()).isTrue();
    assertThat(new Deadline(now + 3_600_000_000_000L).passed()).isFalse();
    assertThat(Deadline.none().passed()).isFalse();
    assertThat(Deadline.in(-1).passed()).isTrue();
    long hour = Deadline.in(3_600).nanos() - now;
    assertThat(hour).isBetween(3_600_000_000_000L, 5_400_000_000_000L);
  }
}
