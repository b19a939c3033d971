package dev.hopcheck.report;

import dev.hopcheck.engine.LintResult;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.Severity;
import java.io.IOException;

/**
 * The report as annotations of GitHub's workflows, then the lines that text ends with. No other
 * line of it is a command.
 */
public final class GithubReport implements LintReport {
  /** The server shows no more of each kind in a step. */
  private static final int MOST = 10;

  private final ReportFormat.Options options;
  private final ReportPath paths;

  GithubReport(ReportFormat.Options options) {
    this.options = options;
    this.paths = options.paths();
  }

  @Override
  public void write(LintResult result, Appendable out) throws IOException {
    int[] written = new int[Severity.values().length];
    for (Problem problem : result.problems()) {
      if (written[Severity.ERROR.ordinal()]++ < MOST) {
        annotation(problem).write(out);
      }
    }
    for (Finding finding : result.findings()) {
      Severity severity = finding.severity();
      if (severity.compareTo(options.show()) >= 0 && written[severity.ordinal()]++ < MOST) {
        annotation(finding, result).write(out);
      }
    }
    remainder(written, out);
    if (options.summary()) {
      new Summary(result, options.show(), new Ink(false)).write(out);
    }
  }

  private Annotation annotation(Problem problem) {
    return new Annotation(
        Severity.ERROR,
        Place.isStream(problem.file()) ? "" : paths.of(problem.file()),
        problem.at(),
        problem.at(),
        problem.id(),
        "not checked: " + Visible.line(problem.message()) + stream(problem));
  }

  private static String stream(Problem problem) {
    return Place.isStream(problem.file()) ? "\nat " + Place.shown(problem) : "";
  }

  /** What lies in no file of the repository is an annotation of the run. */
  private Annotation annotation(Finding finding, LintResult result) {
    Place at = Place.of(finding.location(), result);
    StringBuilder message = new StringBuilder(Visible.line(finding.headline()));
    for (Remark remark : Remark.of(finding)) {
      message.append('\n').append(remark.line());
    }
    if (!at.stream().isEmpty()) {
      message.append("\nat ").append(Visible.line(at.stream()));
    }
    return new Annotation(
        finding.severity(),
        at.file() == null ? "" : paths.of(at.file().name()),
        at.start(),
        at.end(),
        finding.rule().value(),
        message.toString());
  }

  private static void remainder(int[] written, Appendable out) throws IOException {
    Severity[] severities = Severity.values();
    String before = "not annotated, as only " + MOST + " of a kind are shown: ";
    boolean any = false;
    for (int i = severities.length - 1; i >= 0; i--) {
      int more = written[i] - MOST;
      if (more > 0) {
        String word = Annotation.word(severities[i]);
        out.append(before + more + " " + word + (more == 1 ? "" : "s"));
        before = ", ";
        any = true;
      }
    }
    out.append(any ? "\n" : "");
  }
}
