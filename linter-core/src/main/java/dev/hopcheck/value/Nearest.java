package dev.hopcheck.value;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that was probably meant, for "did you mean". */
public final class Nearest {
  /** More slips than this are another word. */
  private static final int MAX_DISTANCE = 2;

  private Nearest() {}

  /** The most slips that lie between a text and what was probably meant. */
  static int limit(String wanted) {
    return Math.min(MAX_DISTANCE, wanted.length() / 3);
  }

  /**
   * Returns the candidate closest to the wanted text: one that differs in case only, else the one
   * with the fewest slips, at most two and at most one in three characters. Of equals the first in
   * text order is taken, whatever the order of the candidates. Empty when none is close; the wanted
   * text itself is no candidate.
   */
  public static Optional<String> of(String wanted, Collection<String> candidates) {
    int limit = limit(wanted);
    String best = "";
    int bestDistance = limit + 1;
    for (String candidate : candidates) {
      if (candidate.equals(wanted)) {
        continue;
      }
      // A difference in case is closer than any slip.
      int distance =
          candidate.equalsIgnoreCase(wanted) ? 0 : EditDistance.within(wanted, candidate, limit);
      boolean closer = distance < bestDistance;
      if (closer
          || (distance == bestDistance && distance <= limit && candidate.compareTo(best) < 0)) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return bestDistance <= limit ? Optional.of(best) : Optional.empty();
  }
}
