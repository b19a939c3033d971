package dev.hopcheck.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Linter;
import dev.hopcheck.finding.Callout;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The manifests of a lesson on networking: what is wrong in it is found, what is right is not. */
class SlidesTest {
  private static final String EXPECTED =
      """
      clusterip/renamed-label.yaml 8:10 error selector-matches-nothing
      clusterip/undeclared-target-port.yaml 13:19 warning target-port-not-declared
      externalname/address.yaml 8:17 error external-name-is-ip
      externalname/doubled-spec.yaml 8:1 error yaml-duplicate-key
      externalname/url.yaml 8:17 error external-name-invalid
      externalname/with-port.yaml 8:17 error external-name-invalid
      externalname/without-name.yaml 6:1 error external-name-missing
      loadbalancer/ports-as-mapping.yaml 11:3 error ports-not-a-list
      nodeport/node-port-29999.yaml 12:17 error node-port-out-of-range
      nodeport/node-port-32768.yaml 12:17 error node-port-out-of-range
      """;

  private static LintResult lint() {
    Path slides = Shared.testdata("slides");
    return Linter.installed().lint(LintRequest.of(List.of(".")).base(slides).build());
  }

  @Test
  void faultsAreFoundAndNothingElse() {
    LintResult result = lint();
    StringBuilder found = new StringBuilder();
    for (Finding finding : result.findings()) {
      if (finding.severity() == Severity.INFO) {
        continue;
      }
      String file = finding.location().file().name();
      found
          .append(file.startsWith("./") ? file.substring(2) : file)
          .append(' ')
          .append(finding.location().start().line())
          .append(':')
          .append(finding.location().start().column())
          .append(' ')
          .append(finding.severity().word())
          .append(' ')
          .append(finding.rule())
          .append('\n');
    }
    assertThat(found.toString()).isEqualTo(EXPECTED);
    assertThat(result.problems()).isEmpty();
    assertThat(result.accounting().documents()).isGreaterThan(20);
  }

  @Test
  void bothPlacesOfADoubledKeyAreShown() {
    for (Finding finding : lint().findings()) {
      if (finding.rule().value().equals("yaml-duplicate-key")) {
        assertThat(finding.location().text()).isEqualTo("spec");
        assertThat(finding.related())
            .extracting(Callout::at)
            .anySatisfy(
                at -> {
                  assertThat(at.text()).isEqualTo("spec");
                  assertThat(at.start().line()).isEqualTo(6);
                });
        return;
      }
    }
    throw new AssertionError("no doubled key was found");
  }
}
