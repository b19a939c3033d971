package dev.hopcheck.trace;

import dev.hopcheck.network.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A flow with all its traces, in a fixed order.
 *
 * @param addresses what the target stands for, named after its owner
 * @param traces one for each way that the flow can take; not empty
 * @param unknown what is missing where the fate is not known; else empty
 * @param hints what to try, the likeliest first
 * @param later what would stop the flow next, once the first break is mended
 */
public record TracedFlow(
    Flow flow,
    Resolution resolution,
    List<String> addresses,
    List<Trace> traces,
    String unknown,
    List<String> hints,
    List<String> later) {
  public TracedFlow {
    addresses = List.copyOf(addresses);
    traces = List.copyOf(traces);
    hints = List.copyOf(hints);
    later = List.copyOf(later);
    if (traces.isEmpty()) {
      throw new IllegalArgumentException("flow without traces");
    }
  }

  /** What becomes of the flow as a whole. */
  public Fate fate() {
    boolean delivered = false;
    Fate failure = null;
    for (Trace trace : traces) {
      if (trace.fate() == Fate.UNKNOWN) {
        return Fate.UNKNOWN;
      }
      if (trace.fate() == Fate.DELIVERED) {
        delivered = true;
      } else if (failure == null || trace.fate() == Fate.TIMEOUT) {
        failure = trace.fate();
      }
    }
    if (failure == null) {
      return Fate.DELIVERED;
    }
    return delivered ? Fate.PARTIAL : failure;
  }

  /** Who answers, each once, in order of name. */
  public List<String> reached() {
    TreeSet<String> reached = new TreeSet<>();
    for (Trace trace : traces) {
      if (trace.reached() != null) {
        reached.add(trace.reached());
      }
    }
    return new ArrayList<>(reached);
  }

  /** What the client sees, with shares where ways differ. */
  public String summary() {
    Fate fate = fate();
    String reached = String.join(", ", reached());
    return switch (fate) {
      case DELIVERED -> "delivered to " + reached;
      case PARTIAL -> partial(reached);
      case UNKNOWN -> "unknown: " + unknown;
      case EXTERNAL -> traces.get(0).symptom();
      case UNRESOLVED -> "unresolved: " + traces.get(0).symptom();
      case REFUSED, TIMEOUT -> failing().symptom();
    };
  }

  private Trace failing() {
    Fate fate = fate();
    for (Trace trace : traces) {
      if (trace.fate() == fate) {
        return trace;
      }
    }
    return traces.get(0);
  }

  private String partial(String reached) {
    int delivered = 0;
    String failure = "";
    for (Trace trace : traces) {
      if (trace.disposition().success()) {
        delivered++;
      } else if (failure.isEmpty()) {
        failure = trace.symptom();
      }
    }
    return "partial: "
        + delivered
        + " of "
        + traces.size()
        + " endpoints answer ("
        + reached
        + "); else "
        + failure;
  }
}
