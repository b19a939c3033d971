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
  static final int MOST_TRACES = 4;

  /** Behind longer sentences, the places have lines of their own. */
  private static final int LONG = 64;

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
      List<String> alike = new ArrayList<>();
      while (i + 1 < flows.size() && isAlike(flows.get(i), flows.get(i + 1))) {
        i++;
        alike.add(flows.get(i).flow().from().title());
      }
      if (!alike.isEmpty()) {
        out.append("= the same for ").append(Visible.line(few(alike))).append('\n');
      }
    }
  }

  /** Names the first few. */
  private static String few(List<String> titles) {
    return titles.size() <= MOST_TRACES
        ? String.join(", ", titles)
        : String.join(", ", titles.subList(0, MOST_TRACES))
            + " and "
            + (titles.size() - MOST_TRACES)
            + " more";
  }

  /** Whether only the clients differ, not what happens to them. */
  private static boolean isAlike(TracedFlow one, TracedFlow other) {
    boolean same =
        !one.flow().from().equals(other.flow().from())
            && one.flow().to().equals(other.flow().to())
            && one.flow().protocol().equals(other.flow().protocol())
            && one.summary().equals(other.summary())
            && one.traces().size() == other.traces().size();
    for (int i = 0; same && i < one.traces().size(); i++) {
      List<Hop> hops = one.traces().get(i).hops();
      List<Hop> others = other.traces().get(i).hops();
      same = hops.size() == others.size();
      for (int k = 0; same && k < hops.size(); k++) {
        boolean samePlace = k == 0 || hops.get(k).place().equals(others.get(k).place());
        same = samePlace && hops.get(k).steps().equals(others.get(k).steps());
      }
    }
    return same;
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
    for (String next : flow.later()) {
      rows.line("= would also fail: " + next);
    }
    for (String hint : flow.hints()) {
      rows.line("= fix: " + hint);
    }
  }

  /** Ways that end alike are drawn once, but each that fails. */
  static List<Trace> distinct(List<Trace> traces) {
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
    if (left.length() > LONG && !step.evidence().isEmpty()) {
      rows.line(left);
      left = "  |";
    }
    for (Evidence evidence : step.evidence()) {
      rows.row(left, RoutesText.place(evidence.at()), evidence.text());
      left = "  |";
    }
    if (step.evidence().isEmpty()) {
      rows.line(left);
    }
  }
}
