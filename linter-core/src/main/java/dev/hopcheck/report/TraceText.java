package dev.hopcheck.report;

import dev.hopcheck.trace.Evidence;
import dev.hopcheck.trace.Hop;
import dev.hopcheck.trace.Step;
import dev.hopcheck.trace.Trace;
import dev.hopcheck.trace.TracedFlow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Draws flows hop by hop, each decision beside the line of YAML that makes it. */
public final class TraceText {
  private static final int MOST_TRACES = 4;

  private final TwoColumns rows;

  private TraceText(TwoColumns rows) {
    this.rows = rows;
  }

  /** Draws all flows in the order in which they were asked. */
  public static void write(List<TracedFlow> flows, Appendable out) throws IOException {
    for (int i = 0; i < flows.size(); i++) {
      if (i > 0) {
        out.append('\n');
      }
      write(flows.get(i), "", out);
    }
  }

  /** Draws one flow, each line indented. */
  static void write(TracedFlow flow, String indent, Appendable out) throws IOException {
    TwoColumns rows = new TwoColumns();
    new TraceText(rows).flow(flow);
    rows.write(indent, out);
  }

  private void flow(TracedFlow flow) {
    rows.line(
        flow.flow().from().title()
            + " -> "
            + flow.flow().to()
            + " ("
            + flow.flow().protocol()
            + ")");
    List<Trace> shown = distinct(flow.traces());
    List<Hop> before = List.of();
    for (int i = 0; i < Math.min(MOST_TRACES, shown.size()); i++) {
      trace(shown.get(i), before);
      before = shown.get(i).hops();
    }
    if (shown.size() > MOST_TRACES) {
      rows.line("  and " + (shown.size() - MOST_TRACES) + " more ways like these");
    }
    rows.line("= " + flow.summary());
    for (String hint : flow.hints()) {
      rows.line("= fix: " + hint);
    }
  }

  /** Ways that end alike are drawn once, but each that fails. */
  private static List<Trace> distinct(List<Trace> traces) {
    List<Trace> distinct = new ArrayList<>();
    for (Trace trace : traces) {
      boolean known = false;
      for (Trace other : distinct) {
        known |= other.disposition() == trace.disposition() && trace.disposition().success();
      }
      if (!known) {
        distinct.add(trace);
      }
    }
    return distinct;
  }

  private void trace(Trace trace, List<Hop> before) {
    for (int i = 0; i < trace.hops().size(); i++) {
      Hop hop = trace.hops().get(i);
      if (i < before.size() && before.get(i).equals(hop)) {
        continue;
      }
      rows.line("  " + hop.place());
      for (Step step : hop.steps()) {
        step(step);
      }
    }
    for (String assumed : trace.assumed()) {
      rows.line("    assumed: " + assumed);
    }
  }

  private void step(Step step) {
    String mark = step.kind() == Step.Kind.STOP ? "  x " : "  | ";
    String left = mark + step.text();
    for (Evidence evidence : step.evidence()) {
      rows.row(left, RoutesText.place(evidence.at()), evidence.text());
      left = "  |";
    }
    if (step.evidence().isEmpty()) {
      rows.line(left);
    }
  }
}
