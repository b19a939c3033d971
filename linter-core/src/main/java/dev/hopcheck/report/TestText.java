package dev.hopcheck.report;

import dev.hopcheck.engine.TestResult;
import dev.hopcheck.engine.Verdict;
import dev.hopcheck.trace.TracedFlow;
import java.io.IOException;

/** Shows each expectation with what became of it, and the trace of those that do not hold. */
public final class TestText {
  private static final String DEEPER = "           ";

  private TestText() {}

  /** Writes all expectations in order of files and lines. */
  public static void write(TestResult result, boolean summary, Appendable out) throws IOException {
    int width = 0;
    for (TestResult.Checked checked : result.checked()) {
      width = Math.max(width, place(checked).length());
    }
    for (TestResult.Checked checked : result.checked()) {
      StringBuilder line = new StringBuilder(checked.verdict().word());
      pad(line, 9);
      line.append(place(checked));
      pad(line, 9 + width + 2);
      out.append(line).append(Visible.line(checked.stated().text())).append('\n');
      if (checked.verdict() != Verdict.OK) {
        why(checked, out);
      }
    }
    int last = result.checked().size() - 1;
    if (last >= 0 && result.checked().get(last).verdict() == Verdict.OK) {
      out.append('\n');
    }
    ProblemText.write(result.problems(), new Ink(false), out);
    if (summary) {
      out.append(sum(result)).append('\n');
    }
    AnswersEnd.configuration(result.configuration(), out);
  }

  private static String place(TestResult.Checked checked) {
    return Visible.name(checked.file().name()) + ":" + checked.stated().at().line();
  }

  private static void why(TestResult.Checked checked, Appendable out) throws IOException {
    if (checked.flows().isEmpty()) {
      out.append(DEEPER).append("= ").append(Visible.line(checked.message())).append('\n');
    } else {
      TracedFlow first = checked.flows().get(0);
      TraceText.write(first, DEEPER, out);
      String more = beyond(first.summary(), checked.message());
      if (!more.isEmpty()) {
        out.append(DEEPER).append("= ").append(Visible.line(more)).append('\n');
      }
    }
    for (String hint : checked.hints()) {
      out.append(DEEPER).append("= fix: ").append(Visible.line(hint)).append('\n');
    }
    out.append('\n');
  }

  /** What a message says beyond what the trace ends with. */
  private static String beyond(String summary, String message) {
    if (!message.startsWith(summary)) {
      return message;
    }
    int start = summary.length();
    while (start < message.length() && ",; ".indexOf(message.charAt(start)) >= 0) {
      start++;
    }
    return message.substring(start);
  }

  private static String sum(TestResult result) {
    int all = result.checked().size();
    return all
        + (all == 1 ? " expectation: " : " expectations: ")
        + result.count(Verdict.OK)
        + " ok, "
        + result.count(Verdict.FAILED)
        + " failed, "
        + result.count(Verdict.UNKNOWN)
        + " unknown";
  }

  private static void pad(StringBuilder line, int to) {
    while (line.length() < to) {
      line.append(' ');
    }
  }
}
