package dev.hopcheck.report;

import dev.hopcheck.engine.LintResult;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.Position;
import java.io.IOException;

/** The report for people: each finding with its source lines, then what was looked at. */
public final class TextReport implements LintReport {
  private final ReportFormat.Options options;
  private final Ink ink;

  TextReport(ReportFormat.Options options) {
    this.options = options;
    this.ink = new Ink(options.colour());
  }

  @Override
  public void write(LintResult result, Appendable out) throws IOException {
    FindingText text = new FindingText(ink);
    for (Finding finding : result.findings()) {
      if (finding.severity().compareTo(options.show()) >= 0) {
        text.write(finding, out);
        out.append('\n');
      }
    }
    for (Problem problem : result.problems()) {
      write(problem, out);
      out.append('\n');
    }
    if (options.summary()) {
      new Summary(result, options.show(), ink).write(out);
    }
  }

  /** No source line here: in a text that could not be read, it may hold a secret. */
  private void write(Problem problem, Appendable out) throws IOException {
    out.append(ink.severity(Severity.ERROR, "problem[" + problem.id() + "]"))
        .append(ink.bold(": " + Visible.line(problem.message())))
        .append('\n');
    if (problem.file().isEmpty()) {
      return;
    }
    Position at = problem.at();
    String place = at == null ? ":1 (position unknown)" : ":" + at.line() + ":" + at.column();
    out.append(ink.margin("  --> ")).append(Visible.name(problem.file()) + place).append('\n');
  }
}
