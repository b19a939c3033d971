package dev.hopcheck.report;

import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.Position;
import java.io.IOException;
import java.util.List;

/** Shows people what could not be checked. */
final class ProblemText {
  private ProblemText() {}

  /** Writes each problem and an empty line. */
  static void write(List<Problem> problems, Ink ink, Appendable out) throws IOException {
    for (Problem problem : problems) {
      write(problem, ink, out);
      out.append('\n');
    }
  }

  /** No source line here: in a text that could not be read, it may hold a secret. */
  private static void write(Problem problem, Ink ink, Appendable out) throws IOException {
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
