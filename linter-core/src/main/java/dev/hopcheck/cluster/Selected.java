package dev.hopcheck.cluster;

import dev.hopcheck.resource.Match;

/**
 * Pods that a selector selects.
 *
 * @param match {@link Match#YES}, or {@link Match#UNKNOWN} where a placeholder or a run-time label
 *     decides
 */
public record Selected(PodSet pods, Match match) {
  /** Whether it is certain. */
  public boolean certain() {
    return match == Match.YES;
  }
}
