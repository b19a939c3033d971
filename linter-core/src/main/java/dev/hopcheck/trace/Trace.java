package dev.hopcheck.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flow's way through the cluster, one of possibly several.
 *
 * @param fate what the client sees; never {@link Fate#PARTIAL}
 * @param reached who answers, as {@code namespace/pod:port}; null unless delivered
 * @param assumed what is taken for granted, such as that a process listens; empty for nothing
 */
public record Trace(
    Disposition disposition,
    Fate fate,
    List<Hop> hops,
    @Nullable String reached,
    List<String> assumed) {
  public Trace {
    hops = List.copyOf(hops);
    assumed = List.copyOf(assumed);
    if (hops.isEmpty()) {
      throw new IllegalArgumentException("trace without hops");
    }
    if (disposition.success() != (fate == Fate.DELIVERED || fate == Fate.EXTERNAL)) {
      throw new IllegalArgumentException(disposition + " cannot end as " + fate);
    }
  }

  /** What the client sees, in a clause. */
  public String symptom() {
    return switch (fate) {
      case REFUSED -> "connection refused: " + disposition.meaning();
      case TIMEOUT ->
          disposition == Disposition.NOT_REACHABLE_FROM_OUTSIDE
              ? disposition.meaning()
              : "timeout: " + disposition.meaning();
      case DELIVERED, PARTIAL, UNRESOLVED, EXTERNAL, UNKNOWN -> disposition.meaning();
    };
  }
}
