package dev.hopcheck.value;

/**
 * How many single-character slips (a character too many, missing, wrong, or two neighbours swapped)
 * lie between two texts: Damerau-Levenshtein, no character slipping twice.
 */
public final class EditDistance {
  /** Similarity above which two values count as a near miss (shared spec, reality.md). */
  public static final double NEAR_MISS = 0.8;

  private EditDistance() {}

  /**
   * Returns the distance, or limit + 1 if it is greater than the limit. Texts are compared by
   * UTF-16 unit; cost is the product of their lengths, but none where the lengths alone decide.
   */
  public static int within(String a, String b, int limit) {
    if (a.equals(b)) {
      return 0;
    }
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int width = b.length() + 1;
    int[] beforeLast = new int[width];
    int[] last = new int[width];
    int[] row = new int[width];
    for (int j = 0; j < width; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j < width; j++) {
        int substituted = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(substituted, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best = Math.min(best, beforeLast[j - 2] + 1);
        }
        row[j] = best;
        least = Math.min(least, best);
      }
      // A swap may still reach back one row further, at one more slip.
      if (least > limit + 1) {
        return limit + 1;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return Math.min(last[b.length()], limit + 1);
  }

  /** Returns 1 for equal texts down to 0: the share of the longer text that needs no slip. */
  public static double similarity(String a, String b) {
    int longer = Math.max(a.length(), b.length());
    return longer == 0 ? 1 : 1 - (double) within(a, b, longer) / longer;
  }

  /** Says whether the texts differ by so little that one was probably meant as the other. */
  public static boolean isNearMiss(String a, String b) {
    int longer = Math.max(a.length(), b.length());
    // More slips than this cannot stay above the similarity.
    int limit = longer / 5;
    return a.equalsIgnoreCase(b)
        || (longer - within(a, b, limit)) > NEAR_MISS * longer && within(a, b, limit) <= limit;
  }
}
