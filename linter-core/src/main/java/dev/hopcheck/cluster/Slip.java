package dev.hopcheck.cluster;

import dev.hopcheck.value.EditDistance;
import java.util.Locale;

/** How far apart a label's value and the one that was meant for it may be. */
final class Slip {
  private Slip() {}

  /**
   * Whether two different texts are a slip of the keyboard apart: one edit in a short text, two in
   * a longer one, a fifth of a long one.
   */
  static boolean near(String left, String right) {
    int limit = limit(Math.max(left.length(), right.length()));
    return limit > 0 && !left.equals(right) && EditDistance.within(left, right, limit) <= limit;
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
}
