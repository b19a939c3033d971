package dev.hopcheck.resource;

/** Whether a selector selects; unknown where a placeholder decides. */
public enum Match {
  YES,
  NO,
  UNKNOWN;

  /** Both must hold. */
  public Match and(Match other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : YES;
  }
}
