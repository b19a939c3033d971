package dev.hopcheck.finding;

import java.util.List;

/**
 * A way to mend a finding.
 *
 * @param title an imperative phrase in lower case, such as "change `crat` to `cart`"
 * @param edits text edits that belong together; empty only for {@link Applicability#DISPLAY_ONLY}
 */
public record Fix(String title, Applicability applicability, List<Edit> edits) {
  public Fix {
    edits = List.copyOf(edits);
    if (edits.isEmpty() && applicability != Applicability.DISPLAY_ONLY) {
      throw new IllegalArgumentException("a fix that can be applied needs edits");
    }
  }
}
