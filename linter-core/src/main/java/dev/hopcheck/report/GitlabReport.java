package dev.hopcheck.report;

import dev.hopcheck.engine.Fingerprints;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.NotValidated;
import dev.hopcheck.engine.Silenced;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The report as GitLab's code quality: a list of issues. What could not be checked blocks; what
 * comments silence, what has no schema, and what a configuration or baseline makes of findings is
 * listed as information.
 */
public final class GitlabReport implements LintReport {
  private static final String INFO = "info";

  private final ReportPath paths;

  GitlabReport(ReportFormat.Options options) {
    paths = options.paths();
  }

  @Override
  public void write(LintResult result, Appendable out) throws IOException {
    String adopted = AdoptedText.of(result).strip();
    Json.write(1, json -> write(result, adopted, json), out);
  }

  private void write(LintResult result, String adopted, Json json) {
    List<Finding> all = new ArrayList<>(result.findings());
    for (Silenced silenced : result.silenced()) {
      all.add(silenced.finding());
    }
    List<String> fingerprints = Fingerprints.of(all);
    int index = 0;
    json.openList();
    for (Finding finding : result.findings()) {
      finding(
          Place.of(finding.location(), result),
          finding,
          "",
          severity(finding.severity()),
          fingerprints.get(index++),
          json);
    }
    for (Silenced silenced : result.silenced()) {
      String until = silenced.until() == null ? "" : " until " + silenced.until();
      String before = "suppressed" + until + " (" + Visible.line(silenced.reason()) + "): ";
      finding(
          Place.of(silenced.finding().location(), result),
          silenced.finding(),
          before,
          INFO,
          fingerprints.get(index++),
          json);
    }
    Map<String, Integer> seen = new HashMap<>();
    for (Problem problem : result.problems()) {
      String path = problem.file().isEmpty() ? "." : paths.of(problem.file());
      String print = problem.id() + ":" + path;
      int earlier = seen.merge(print, 1, Integer::sum) - 1;
      issue(
          problem.id(),
          "not checked: " + Visible.line(problem.message()),
          "blocker",
          earlier == 0 ? print : print + ":" + earlier,
          path,
          problem.at() == null ? 1 : problem.at().line(),
          json);
    }
    if (!result.notValidated().isEmpty()) {
      StringBuilder text = new StringBuilder("not validated for want of a schema");
      String before = ": ";
      for (NotValidated kind : result.notValidated()) {
        text.append(before).append(kind.count()).append(' ').append(kind.kind());
        text.append(" (").append(kind.apiVersion()).append(')');
        before = ", ";
      }
      issue("not-validated", Visible.line(text.toString()), INFO, "not-validated", ".", 1, json);
    }
    if (!adopted.isEmpty()) {
      String file = result.configuration();
      String path = file == null ? "." : paths.of(file);
      String text = Visible.line(adopted.replace("\n  ", "; ").replace("\n", "; "));
      issue("configuration", text, INFO, "configuration:" + path, path, 1, json);
    }
    json.closeList();
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "minor";
      case INFO -> INFO;
    };
  }

  /** The server asks for a file and a line: of what is rendered, the template's first. */
  private void finding(
      Place at, Finding finding, String before, String severity, String fingerprint, Json json) {
    StringBuilder text = new StringBuilder(before).append(Visible.line(finding.headline()));
    for (Remark remark : Remark.of(finding)) {
      text.append("; ").append(remark.line());
    }
    if (!at.stream().isEmpty()) {
      text.append("; at ").append(Visible.line(at.stream()));
    }
    boolean rendered = finding.location().isRendered();
    Position start = rendered ? at.start() : finding.location().start();
    issue(
        finding.rule().value(),
        text.toString(),
        severity,
        fingerprint,
        paths.of(at.file() == null ? finding.location().name() : at.file().name()),
        start == null ? 1 : start.line(),
        json);
  }

  private static void issue(
      String check,
      String text,
      String severity,
      String fingerprint,
      String path,
      int line,
      Json json) {
    json.open();
    json.text("description", text);
    json.text("check_name", check);
    json.text("fingerprint", fingerprint);
    json.text("severity", severity);
    json.open("location");
    json.text("path", path);
    json.open("lines");
    json.number("begin", line);
    json.close();
    json.close();
    json.close();
  }
}
