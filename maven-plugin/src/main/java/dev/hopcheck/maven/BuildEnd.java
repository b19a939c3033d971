package dev.hopcheck.maven;

import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.TestResult;
import dev.hopcheck.engine.Verdict;
import dev.hopcheck.finding.Severity;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** Turns how a run ended into a passed or failed build. */
final class BuildEnd {
  private BuildEnd() {}

  /**
   * Returns where the build passes.
   *
   * @param threshold the severity that fails the build; null for none
   */
  static void of(LintResult result, @Nullable Severity threshold) throws MojoFailureException {
    LintResult.Counts counts = result.counts();
    switch (result.exit()) {
      case CLEAN -> {
        return;
      }
      case FINDINGS ->
          throw new MojoFailureException(
              "hopcheck: findings of severity "
                  + (threshold == null ? "never" : threshold.word())
                  + " or more ("
                  + count(counts.errors(), "error")
                  + ", "
                  + count(counts.warnings(), "warning")
                  + ", "
                  + count(counts.infos(), "info")
                  + "), see above");
      case INCOMPLETE, WRONG_USE ->
          throw new MojoFailureException(
              "hopcheck: incomplete, not everything could be checked ("
                  + count(result.problems().size(), "problem")
                  + "), see above; failOn does not change this");
    }
  }

  /** Returns where all expectations hold. */
  static void of(TestResult result, boolean allowUnknown) throws MojoFailureException {
    switch (result.exit(allowUnknown)) {
      case CLEAN -> {
        return;
      }
      case FINDINGS ->
          throw new MojoFailureException(
              "hopcheck: "
                  + count(result.count(Verdict.FAILED), "expectation")
                  + " failed, see above");
      case INCOMPLETE, WRONG_USE ->
          throw new MojoFailureException(
              "hopcheck: incomplete, not every expectation could be decided ("
                  + count(result.problems().size(), "problem")
                  + ", "
                  + result.count(Verdict.UNKNOWN)
                  + " unknown), see above");
    }
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
