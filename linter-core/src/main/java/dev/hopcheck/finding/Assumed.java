package dev.hopcheck.finding;

/** Why a rejection is only assumed: the document is not sent as it stands. */
public enum Assumed {
  /** The document is a patch or fragment that a Kustomization merges into another. */
  PATCH("patch"),
  /** A value holds a placeholder that something fills in before. */
  PLACEHOLDER("placeholder");

  private final String word;

  Assumed(String word) {
    this.word = word;
  }

  /** The word in JSON. */
  public String word() {
    return word;
  }
}
