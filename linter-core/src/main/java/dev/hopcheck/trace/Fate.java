package dev.hopcheck.trace;

/** What becomes of a flow, as its client sees it. */
public enum Fate {
  DELIVERED("delivered"),
  /** Some connections are answered, others not. */
  PARTIAL("partial"),
  /** Connection refused at once. */
  REFUSED("refused"),
  /** No answer. */
  TIMEOUT("timeout"),
  /** The name gives no address. */
  UNRESOLVED("unresolved"),
  /** The address is beyond the cluster. */
  EXTERNAL("external"),
  /** The manifests do not say. */
  UNKNOWN("unknown");

  private final String word;

  Fate(String word) {
    this.word = word;
  }

  /** The word in JSON and in expectations. */
  public String word() {
    return word;
  }
}
