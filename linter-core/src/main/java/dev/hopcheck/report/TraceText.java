package dev.hopcheck.report;

import dev.hopcheck.trace.Evidence;
import dev.hopcheck.trace.Fate;
import dev.hopcheck.trace.Hop;
import dev.hopcheck.trace.Step;
import dev.hopcheck.trace.Trace;
import dev.hopcheck.trace.TracedFlow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Draws flows hop by hop, each decision with the line of YAML that makes it. */
public final class TraceText {
  private static final int MOST_TRACES = 4;

  private final Appendable out;

  private TraceText(Appendable out) {
    this.out = out;
  }

  /** Draws all flows in the order in which they were asked. */
  public static void write(List<TracedFlow> flows, Appendable out) throws IOException {
    TraceText text = new TraceText(out);
    for (int i = 0; i < flows.size(); i++) {
      if (i > 0) {
        out.append('\n');
      }
      text.flow(flows.get(i));
    }
  }

  private void flow(TracedFlow flow) throws IOException {
    line(
        0,
        Visible.line(
            flow.flow().from().title()
                + " -> "
                + flow.flow().to()
                + " ("
                + flow.flow().protocol()
                + ")"));
    List<Trace> shown = distinct(flow.traces());
    List<Hop> before = List.of();
    for (int i = 0; i < Math.min(MOST_TRACES, shown.size()); i++) {
      trace(shown.get(i), before);
      before = shown.get(i).hops();
    }
    if (shown.size() > MOST_TRACES) {
      line(1, "and " + (shown.size() - MOST_TRACES) + " more ways like these");
    }
    line(0, "= " + Visible.line(result(flow)));
    for (String hint : flow.hints()) {
      line(0, "= hint: " + Visible.line(hint));
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

  private void trace(Trace trace, List<Hop> before) throws IOException {
    for (int i = 0; i < trace.hops().size(); i++) {
      Hop hop = trace.hops().get(i);
      if (i < before.size() && before.get(i).equals(hop)) {
        continue;
      }
      line(1, Visible.line(hop.place()));
      for (Step step : hop.steps()) {
        String mark = step.kind() == Step.Kind.STOP ? "x " : "";
        line(2, mark + Visible.line(step.text()));
        for (Evidence evidence : step.evidence()) {
          line(3, RoutesText.place(evidence.at()) + "   " + Visible.line(evidence.text()));
        }
      }
    }
    for (String assumed : trace.assumed()) {
      line(2, "assumed: " + Visible.line(assumed));
    }
  }

  /** What the client sees, with shares where ways differ. */
  static String result(TracedFlow flow) {
    Fate fate = flow.fate();
    String reached = String.join(", ", flow.reached());
    return switch (fate) {
      case DELIVERED -> "delivered to " + reached;
      case PARTIAL -> partial(flow, reached);
      case UNKNOWN -> "unknown: " + flow.unknown();
      case EXTERNAL, REFUSED, TIMEOUT, UNRESOLVED ->
          fate.word() + ": " + flow.traces().get(0).symptom();
    };
  }

  private static String partial(TracedFlow flow, String reached) {
    int delivered = 0;
    String failure = "";
    for (Trace trace : flow.traces()) {
      if (trace.disposition().success()) {
        delivered++;
      } else if (failure.isEmpty()) {
        failure = trace.symptom();
      }
    }
    return "partial: "
        + delivered
        + " of "
        + flow.traces().size()
        + " endpoints answer ("
        + reached
        + "); else "
        + failure;
  }

  private void line(int depth, String text) throws IOException {
    for (int i = 0; i < depth; i++) {
      out.append("  ");
    }
    out.append(text).append('\n');
  }
}
