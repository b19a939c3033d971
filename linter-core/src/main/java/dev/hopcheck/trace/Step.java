package dev.hopcheck.trace;

import java.util.List;

/**
 * One decision on the way.
 *
 * @param text one sentence in lower case
 * @param evidence the lines that decided it; empty where no manifest says anything
 */
public record Step(Kind kind, String text, List<Evidence> evidence) {
  /** What is decided. */
  public enum Kind {
    READ_HOSTS_FILE,
    RESOLVE_NAME,
    FOLLOW_ALIAS,
    ENTER_NODE,
    MATCH_SERVICE_PORT,
    CHECK_SOURCE_RANGES,
    SELECT_ENDPOINT,
    TRANSLATE_ADDRESS,
    DELIVER,
    LEAVE_CLUSTER,
    STOP
  }

  public Step {
    evidence = List.copyOf(evidence);
  }
}
