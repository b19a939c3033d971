package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comments that silence may and may not: robustness 109. */
class SuppressionsTest {
  @TempDir private Path folder;

  private CommandLine lint(String comment, String... options) throws IOException {
    Manifests.write(
        folder.resolve("a.yaml"), Manifests.broken("web").replace("99", "99 " + comment));
    String[] line = new String[options.length + 2];
    line[0] = "lint";
    line[1] = "--today=2026-01-01";
    System.arraycopy(options, 0, line, 2, options.length);
    return CommandLine.run(folder, line);
  }

  @ParameterizedTest
  @CsvSource({
    "# hopcheck: ignore no-such-rule -- a reason, suppression-invalid",
    "# hopcheck: ignore node-port-out-of-range, suppression-invalid",
    "# hopcheck: ignore node-port-out-of-range --, suppression-invalid",
    "# hopcheck: ignore * -- a reason, suppression-invalid",
    "# hopcheck: ignore all -- a reason, suppression-invalid",
    "# hopcheck: ignore -- a reason, suppression-invalid",
    "# hopcheck: ignore node-port-* -- a reason, suppression-invalid",
    "# hopcheck: ignore node-port-out-of-range until 2026-13-01 -- a reason, suppression-invalid",
    "# hopcheck: ignore node-port-out-of-range until tomorrow -- a reason, suppression-invalid",
    "# hopcheck: ignore node-port-out-of-range until 2025-12-31 -- a reason, suppression-expired",
    "# hopcheck: ignore service-name-invalid -- a reason, suppression-unused",
    "# hopcheck: ignroe node-port-out-of-range -- a reason, suppression-invalid",
  })
  void robustness109WhatSilencesNothingIsAFindingAtItsPlace(String comment, String rule)
      throws IOException {
    CommandLine done = lint(comment);
    assertThat(done.exit()).isEqualTo(1);
    assertThat(done.out())
        .contains("error[node-port-out-of-range]", "[" + rule + "]", "--> a.yaml:9:20");
  }

  @Test
  void robustness109WhatIsSilencedIsListedWithItsReason() throws IOException {
    String comment = "# hopcheck: ignore node-port-out-of-range until 2026-06-01 -- moves in May";
    CommandLine done = lint(comment);
    assertThat(done.exit()).isZero();
    assertThat(done.out())
        .contains(
            "suppressed: a.yaml:9 node-port-out-of-range until 2026-06-01 -- moves in May",
            "1 suppressed");
    assertThat(lint(comment, "--format=json").out())
        .contains(
            "\"reason\":\"moves in May\",\"until\":\"2026-06-01\",\"used\":true",
            "\"suppressed\":1");
  }

  @Test
  void robustness109CommentsCanBeSwitchedOff() throws IOException {
    String comment = "# hopcheck: ignore node-port-out-of-range -- a reason";
    CommandLine done = lint(comment, "--no-inline-suppressions");
    assertThat(done.exit()).isEqualTo(1);
    assertThat(done.out()).contains("error[node-port-out-of-range]").doesNotContain("suppress");
  }

  @Test
  void robustness109AtAnItemOfAListOnlyThatItem() throws IOException {
    String item = Manifests.broken("NAME").indent(4).replaceFirst(" {4}", "  - ");
    Manifests.write(
        folder.resolve("a.yaml"),
        "apiVersion: v1\nkind: List\nitems:\n"
            + "  # hopcheck: ignore node-port-out-of-range -- a reason\n"
            + item.replace("NAME", "one")
            + item.replace("NAME", "two"));
    CommandLine done = CommandLine.run(folder, "lint");
    assertThat(done.exit()).isEqualTo(1);
    assertThat(done.out()).contains("--> a.yaml:22:", "1 error", "1 suppressed");
    Manifests.write(
        folder.resolve("a.yaml"),
        "# hopcheck: ignore node-port-out-of-range -- a reason\n"
            + "apiVersion: v1\nkind: List\nitems:\n"
            + item.replace("NAME", "one")
            + item.replace("NAME", "two"));
    assertThat(CommandLine.run(folder, "lint").out()).contains("2 suppressed");
  }

  @Test
  void robustness109AGeneratedNameIsNoObstacle() throws IOException {
    String text = Manifests.broken("web").replace("name: web", "generateName: web-");
    Manifests.write(
        folder.resolve("a.yaml"),
        text.replace("99", "99 # hopcheck: ignore node-port-out-of-range -- a reason"));
    CommandLine done = CommandLine.run(folder, "lint");
    assertThat(done.out()).contains("suppressed: a.yaml:9", "1 suppressed");
  }
}
