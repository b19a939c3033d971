package dev.hopcheck.report;

import dev.hopcheck.engine.LintResult;
import dev.hopcheck.finding.Finding;
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
    ProblemText.write(result.problems(), ink, out);
    if (options.summary()) {
      new Summary(result, options.show(), ink).write(out);
    }
  }
}
