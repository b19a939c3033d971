package dev.hopcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.trace.Fate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The truth table of how a run ends. */
class ExitCodeTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "true, none, none, CLEAN",
        "true, none, INFO, CLEAN",
        "true, none, WARNING, CLEAN",
        "true, none, ERROR, CLEAN",
        "true, INFO, none, CLEAN",
        "true, INFO, INFO, FINDINGS",
        "true, INFO, WARNING, CLEAN",
        "true, INFO, ERROR, CLEAN",
        "true, WARNING, none, CLEAN",
        "true, WARNING, INFO, FINDINGS",
        "true, WARNING, WARNING, FINDINGS",
        "true, WARNING, ERROR, CLEAN",
        "true, ERROR, none, CLEAN",
        "true, ERROR, INFO, FINDINGS",
        "true, ERROR, WARNING, FINDINGS",
        "true, ERROR, ERROR, FINDINGS",
        "false, none, none, INCOMPLETE",
        "false, none, ERROR, INCOMPLETE",
        "false, INFO, INFO, INCOMPLETE",
        "false, WARNING, WARNING, INCOMPLETE",
        "false, ERROR, none, INCOMPLETE",
        "false, ERROR, ERROR, INCOMPLETE",
      })
  void incompleteWinsOverFindings(
      boolean complete, @Nullable Severity worst, @Nullable Severity failOn, ExitCode expected) {
    assertThat(ExitCode.of(complete, worst, failOn)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "CLEAN, 0, INCOMPLETE",
    "FINDINGS, 1, INCOMPLETE",
    "INCOMPLETE, 2, INCOMPLETE",
    "WRONG_USE, 3, WRONG_USE"
  })
  void aReportThatIsNotWrittenMakesARunIncomplete(ExitCode code, int number, ExitCode unwritten) {
    assertThat(code.code()).isEqualTo(number);
    assertThat(code.unwritten()).isEqualTo(unwritten);
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, '', CLEAN",
    "true, true, DELIVERED EXTERNAL, CLEAN",
    "true, true, EXTERNAL DELIVERED, CLEAN",
    "true, true, DELIVERED REFUSED, FINDINGS",
    "true, true, REFUSED DELIVERED, FINDINGS",
    "true, true, PARTIAL, FINDINGS",
    "true, true, UNKNOWN, INCOMPLETE",
    "true, true, UNKNOWN REFUSED DELIVERED, INCOMPLETE",
    "true, false, REFUSED, CLEAN",
    "true, false, UNKNOWN DELIVERED, CLEAN",
    "false, false, DELIVERED, INCOMPLETE",
    "false, true, REFUSED, INCOMPLETE",
  })
  void flowsWeighOnlyWhereThatIsAskedFor(
      boolean complete, boolean fail, String fates, ExitCode expected) {
    List<Fate> all = new ArrayList<>();
    for (String fate : fates.split(" ")) {
      if (!fate.isEmpty()) {
        all.add(Fate.valueOf(fate));
      }
    }
    assertThat(ExitCode.ofFates(complete, fail, all)).isEqualTo(expected);
  }

  @Test
  void noFlowsAreNoFailure() {
    assertThat(ExitCode.ofTrace(true, true, List.of())).isEqualTo(ExitCode.CLEAN);
    assertThat(ExitCode.ofTrace(false, true, List.of())).isEqualTo(ExitCode.INCOMPLETE);
  }
}
