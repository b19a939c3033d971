package dev.hopcheck.cluster;

import java.util.Locale;

/** How far apart two texts are: insertions, deletions, replacements and swaps of neighbours. */
final class EditDistance {
  private EditDistance() {}

  /**
   * Whether two different texts are a slip of the keyboard apart: one edit in a short text, two in
   * a longer one, a fifth of a long one.
   */
  static boolean near(String left, String right) {
    int limit = limit(Math.max(left.length(), right.length()));
    return limit > 0 && !left.equals(right) && within(left, right, limit);
  }

  /** How many edits are a slip in a text of that length. */
  static int limit(int length) {
    return length < 3 ? 0 : length < 5 ? 1 : Math.max(2, length / 5);
  }

  /** Whether two different texts are equal but for case. */
  static boolean caseOnly(String left, String right) {
    return !left.equals(right)
        && left.length() == right.length()
        && left.toLowerCase(Locale.ROOT).equals(right.toLowerCase(Locale.ROOT));
  }

  /** Whether at most {@code limit} edits turn one into the other. */
  static boolean within(String left, String right, int limit) {
    if (Math.abs(left.length() - right.length()) > limit
        || Long.bitCount(letters(left) ^ letters(right)) > 2 * limit) {
      return false;
    }
    return distance(left, right, limit) <= limit;
  }

  /** Which characters occur; texts that differ in many cannot be near. */
  static long letters(String text) {
    long letters = 0;
    for (int i = 0; i < text.length(); i++) {
      letters |= 1L << (text.charAt(i) & 63);
    }
    return letters;
  }

  private static int distance(String left, String right, int limit) {
    int[] before = new int[right.length() + 1];
    int[] previous = new int[right.length() + 1];
    int[] current = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      current[0] = i;
      int best = i;
      for (int j = 1; j <= right.length(); j++) {
        boolean same = left.charAt(i - 1) == right.charAt(j - 1);
        int cost = Math.min(previous[j], current[j - 1]) + 1;
        cost = Math.min(cost, previous[j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        current[j] = cost;
        best = Math.min(best, cost);
      }
      if (best > limit) {
        return best;
      }
      int[] spare = before;
      before = previous;
      previous = current;
      current = spare;
    }
    return previous[right.length()];
  }
}
