package dev.hopcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.engine.LintResult;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Annotations as the runner of GitHub's workflows reads them: each line of its own. */
class GithubReportTest {
  /** A command as a runner takes it apart; null for a line that is none. */
  private static Map<String, String> command(String line) {
    String text = line.stripLeading();
    int end = text.indexOf("::", 2);
    if (!text.startsWith("::") || end < 0) {
      return null;
    }
    Map<String, String> parts = new LinkedHashMap<>();
    int space = text.indexOf(' ');
    parts.put("command", text.substring(2, space < 0 || space > end ? end : space));
    if (space > 0 && space < end) {
      for (String property : text.substring(space + 1, end).split(",", -1)) {
        int equals = property.indexOf('=');
        parts.put(property.substring(0, equals), unescape(property.substring(equals + 1)));
      }
    }
    parts.put("message", unescape(text.substring(end + 2)));
    return parts;
  }

  private static String unescape(String text) {
    return text.replace("%2C", ",")
        .replace("%3A", ":")
        .replace("%0A", "\n")
        .replace("%0D", "\r")
        .replace("%25", "%");
  }

  private static List<Map<String, String>> commands(String report) {
    List<Map<String, String>> commands = new ArrayList<>();
    for (String line : report.split("[\r\n]", -1)) {
      Map<String, String> command = command(line);
      if (command != null) {
        commands.add(command);
      }
    }
    return commands;
  }

  @Test
  void annotatesFindingsAndProblems() throws Exception {
    LintResult result = Reported.lint(Reported.file("./k8s/a, b:c%.yaml", "web"));
    List<Map<String, String>> commands = commands(Reported.write(ReportFormat.GITHUB, result));
    assertThat(commands).hasSize(2);
    assertThat(commands.get(0)).containsEntry("title", "yaml-syntax").containsEntry("line", "18");
    assertThat(commands.get(1))
        .containsEntry("command", "error")
        .containsEntry("file", "k8s/a, b:c%.yaml")
        .containsEntry("line", "7")
        .containsEntry("col", "3")
        .containsEntry("endColumn", "10")
        .containsEntry("title", "unknown-field");
    assertThat(commands.get(1).get("message"))
        .startsWith("unknown field `slector`\n")
        .contains("\nfix (safe): change `slector` to `selector`");
  }

  @Test
  void robustness81NoLineIsACommandButOurs() throws Exception {
    String report = Reported.write(ReportFormat.GITHUB, Reported.hostile(), Severity.INFO);
    List<Map<String, String>> commands = commands(report);
    assertThat(commands).hasSizeGreaterThan(4);
    for (Map<String, String> command : commands) {
      assertThat(command.keySet())
          .isSubsetOf("command", "file", "line", "endLine", "col", "endColumn", "title", "message");
      assertThat(command.get("command")).isIn("error", "warning", "notice");
    }
    assertThat(report).doesNotContain("##[").doesNotContain("\u001b").doesNotContain("\r");
  }

  @Test
  void robustness81AtMostTenOfAKindAndShortMessages() throws Exception {
    SourceFile file = SourceFile.of("a.yaml", "x");
    List<Finding> many = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      for (int i = 0; i < 11 + severity.ordinal(); i++) {
        many.add(
            Finding.of(
                    new RuleId("a-rule"),
                    severity,
                    "x".repeat(5000),
                    new Location(file, new Span(0, 1)))
                .note("y".repeat(5000))
                .note("z".repeat(5000))
                .build());
      }
    }
    LintResult result =
        Reported.lint(SourceFile.of("b.yaml", "{apiVersion: v1, kind: ConfigMap}"))
            .withFindings(many);
    String report = Reported.write(ReportFormat.GITHUB, result, Severity.INFO);
    assertThat(commands(report)).hasSize(30);
    assertThat(commands(report).get(0).get("message")).endsWith("z\u2026");
    for (String line : report.split("\n", -1)) {
      assertThat(line.substring(line.lastIndexOf("::") + 1)).hasSizeLessThanOrEqualTo(4097);
    }
    assertThat(report)
        .contains(
            "not annotated, as only 10 of a kind are shown: 3 errors, 2 warnings, 1 notice\n");
  }
}
