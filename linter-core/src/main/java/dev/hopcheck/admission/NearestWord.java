package dev.hopcheck.admission;

import org.jspecify.annotations.Nullable;

/** Finds the word that was probably meant. */
final class NearestWord {
  private static final int MAX_EDITS = 2;

  private NearestWord() {}

  /** The candidate within two edits or of another case; null where none is, or several are. */
  static @Nullable String of(String written, String... candidates) {
    String text = written.strip();
    String best = null;
    int fewest = MAX_EDITS + 1;
    boolean tie = false;
    for (String candidate : candidates) {
      if (candidate.equalsIgnoreCase(text)) {
        return candidate;
      }
      int edits = distance(text, candidate);
      if (edits < fewest) {
        best = candidate;
        fewest = edits;
        tie = false;
      } else if (edits == fewest) {
        tie = true;
      }
    }
    return tie || best == null || text.length() <= fewest * 2 ? null : best;
  }

  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > MAX_EDITS) {
      return MAX_EDITS + 1;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        boolean same =
            Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
        row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
