package dev.hopcheck.engine;

/** What became of an expectation. */
public enum Verdict {
  /** It holds. */
  OK("ok"),
  /** It does not hold. */
  FAILED("failed"),
  /** The manifests do not say. */
  UNKNOWN("unknown");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** The word in reports. */
  public String word() {
    return word;
  }
}
