package dev.hopcheck.query;

import dev.hopcheck.network.Resolution;
import dev.hopcheck.trace.Disposition;
import dev.hopcheck.trace.Fate;
import dev.hopcheck.trace.Trace;
import dev.hopcheck.trace.TracedFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a flow is expected to fail: what the client sees ({@code NXDOMAIN}, {@code refused} ...), or
 * the exact end of its trace ({@code no-such-port} ...).
 *
 * @param word as written in the language
 */
public record Cause(String word) {
  private static final List<String> SYMPTOMS =
      List.of("NXDOMAIN", "NODATA", "refused", "timeout", "unresolved", "partial");

  /** All words, those for what a client sees first. */
  public static List<String> words() {
    List<String> words = new ArrayList<>(SYMPTOMS);
    for (Disposition disposition : Disposition.values()) {
      if (!disposition.success() && disposition != Disposition.INSUFFICIENT_INFO) {
        words.add(word(disposition));
      }
    }
    return words;
  }

  /** The cause of that word; null where there is none. */
  public static @Nullable Cause parse(String word) {
    return words().contains(word) ? new Cause(word) : null;
  }

  /** Whether a flow that does not arrive fails like this, on all its ways that fail. */
  public boolean fits(TracedFlow flow) {
    return switch (word) {
      case "NXDOMAIN" -> flow.resolution().status() == Resolution.Status.NXDOMAIN;
      case "NODATA" -> flow.resolution().status() == Resolution.Status.NODATA;
      case "refused" -> flow.fate() == Fate.REFUSED;
      case "timeout" -> flow.fate() == Fate.TIMEOUT;
      case "unresolved" -> flow.fate() == Fate.UNRESOLVED;
      case "partial" -> flow.fate() == Fate.PARTIAL;
      default -> endsAlike(flow);
    };
  }

  private boolean endsAlike(TracedFlow flow) {
    for (Trace trace : flow.traces()) {
      if (!trace.disposition().success() && !word(trace.disposition()).equals(word)) {
        return false;
      }
    }
    return true;
  }

  private static String word(Disposition disposition) {
    return disposition.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
