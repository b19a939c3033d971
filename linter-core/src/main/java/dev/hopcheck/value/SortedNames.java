package dev.hopcheck.value;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Names in text order, so that those with a common beginning stand together: it is compared once,
 * and where it is too far from the text already, all of them are passed over.
 */
final class SortedNames {
  private static final int FAR = Integer.MAX_VALUE / 2;

  private final String[] sorted;

  /** The place of each among the names as they were given. */
  private final int[] numbers;

  /** How many characters each begins with as the one before it does. */
  private final int[] common;

  /** The first character of each that is another than in the one before it. */
  private final char[] branch;

  /** The next one that begins with fewer such characters. */
  private final int[] next;

  /** Sorts names, or what they are when read from their end. */
  SortedNames(List<String> names, boolean backward) {
    Entry[] entries = new Entry[names.size()];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = new Entry(backward ? turned(names.get(i)) : names.get(i), i);
    }
    Arrays.sort(entries, (a, b) -> a.text.compareTo(b.text));
    sorted = new String[entries.length];
    numbers = new int[entries.length];
    common = new int[entries.length];
    next = new int[entries.length];
    branch = new char[entries.length];
    for (int i = 0; i < entries.length; i++) {
      sorted[i] = entries[i].text;
      numbers[i] = entries[i].number;
      common[i] = i == 0 ? 0 : common(sorted[i - 1], sorted[i]);
      branch[i] = common[i] < sorted[i].length() ? sorted[i].charAt(common[i]) : 0;
    }
    for (int i = entries.length - 1; i >= 0; i--) {
      int at = i + 1;
      while (at < entries.length && common[at] >= common[i]) {
        at = next[at];
      }
      next[i] = at;
    }
  }

  private record Entry(String text, int number) {}

  static String turned(String text) {
    char[] turned = new char[text.length()];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = text.charAt(turned.length - 1 - i);
    }
    return new String(turned);
  }

  private static int common(String a, String b) {
    int most = Math.min(a.length(), b.length());
    int length = 0;
    while (length < most && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }

  /**
   * Finds names that at most so many slips lie between, of which at most half touch the first
   * characters.
   *
   * @param first the number of these characters
   * @param steps the most characters of names to look at
   * @param found takes the numbers of the names
   * @return the number of characters looked at
   */
  int search(String text, int limit, int first, int steps, BitSet found) {
    Rows rows = new Rows(text, limit, first);
    int done = 0;
    int at = 0;
    while (at < sorted.length && done < steps) {
      int depth = common[at];
      if (!rows.mayFollow(depth, branch[at])) {
        done++;
        at = after(at, depth + 1);
        continue;
      }
      String name = sorted[at];
      boolean near = true;
      while (near && depth < name.length()) {
        near = rows.next(name, ++depth);
        done++;
      }
      if (near && rows.end(name.length())) {
        found.set(numbers[at]);
      }
      at = near ? at + 1 : after(at, depth);
    }
    return done;
  }

  /** The first name after one that does not begin with the same characters. */
  private int after(int at, int depth) {
    int after = at + 1;
    while (after < sorted.length && common[after] >= depth) {
      after = next[after];
    }
    return after;
  }

  /**
   * The slips between beginnings of the text and of a name, one row for each character of the name;
   * only beginnings of nearly the same length can be near.
   */
  private static final class Rows {
    private final String text;
    private final int limit;
    private final int first;
    private final int width;
    private final int[] cells;

    /** Whether a beginning of that length may go on with any character at all. */
    private final boolean[] free;

    Rows(String text, int limit, int first) {
      this.text = text;
      this.limit = limit;
      this.first = first;
      width = 2 * limit + 1;
      cells = new int[(text.length() + limit + 2) * width];
      free = new boolean[text.length() + limit + 2];
      free[0] = true;
      Arrays.fill(cells, 0, width, FAR);
      for (int i = 0; i <= Math.min(limit, text.length()); i++) {
        cells[limit + i] = allowed(i, i);
      }
    }

    /** Fills the row of a name's beginning; whether it can still be near. */
    boolean next(String name, int depth) {
      if (depth > text.length() + limit) {
        return false;
      }
      char c = name.charAt(depth - 1);
      int row = depth * width;
      boolean near = false;
      boolean more = false;
      for (int k = 0; k < width; k++) {
        int i = depth + k - limit;
        int best = FAR;
        if (i >= 0 && i <= text.length()) {
          if (i > 0) {
            best = cells[row - width + k] + (text.charAt(i - 1) == c ? 0 : 1);
            if (k > 0) {
              best = Math.min(best, cells[row + k - 1] + 1);
            }
          }
          if (k + 1 < width) {
            best = Math.min(best, cells[row - width + k + 1] + 1);
          }
          if (i > 1
              && depth > 1
              && text.charAt(i - 2) == c
              && text.charAt(i - 1) == name.charAt(depth - 2)) {
            best = Math.min(best, cells[row - 2 * width + k] + 1);
          }
          best = allowed(i, best);
        }
        cells[row + k] = best;
        near |= best < FAR;
        more |= best < allowed(i) || best < allowed(i + 1);
      }
      free[depth] = more;
      return near || maySwap(c, depth);
    }

    /**
     * Whether a name may be near whose beginning of that length was filled and that goes on with a
     * character: where all slips are used up, it must be one of the text at about that place.
     */
    boolean mayFollow(int depth, char c) {
      if (depth >= free.length || free[depth]) {
        return true;
      }
      int end = Math.min(text.length(), depth + limit + 2);
      for (int i = Math.max(0, depth - limit - 2); i < end; i++) {
        if (text.charAt(i) == c) {
          return true;
        }
      }
      return false;
    }

    /**
     * Whether the next character may turn out to be swapped with this one, over the end of the
     * first characters: there no cell of this row tells of it, as it would be one slip too many.
     */
    private boolean maySwap(char c, int depth) {
      int k = first - depth + limit;
      return k >= 0
          && k < width
          && first > 0
          && first < text.length()
          && text.charAt(first) == c
          && cells[(depth - 1) * width + k] < limit;
    }

    private int allowed(int characters, int slips) {
      return slips > allowed(characters) ? FAR : slips;
    }

    /** How many slips may lie between so many characters of the text and what was looked at. */
    private int allowed(int characters) {
      return characters <= first ? limit / 2 : limit;
    }

    /** Whether all of the name is near all of the text. */
    boolean end(int length) {
      int k = text.length() - length + limit;
      return k >= 0 && k < width && cells[length * width + k] < FAR;
    }
  }
}
