package dev.hopcheck.engine;

import dev.hopcheck.finding.Callout;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a file changed.
 *
 * @param changed numbers, from 1; null for all
 * @param removedBehind lines behind which others were removed; 0 for the start of the file
 */
record ChangedLines(@Nullable BitSet changed, BitSet removedBehind) {
  static final ChangedLines ALL = new ChangedLines(null, new BitSet());
  static final ChangedLines NONE = new ChangedLines(new BitSet(), new BitSet());

  /** Beyond so many steps lines that could be matched count as changed. */
  private static final long MOST_STEPS = 20_000_000;

  /** Compares two texts line by line. */
  static ChangedLines between(List<String> before, List<String> after) {
    int start = 0;
    int most = Math.min(before.size(), after.size());
    while (start < most && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    ChangedLines made = new ChangedLines(new BitSet(), new BitSet());
    made.compare(
        before.subList(start, before.size() - end),
        after.subList(start, after.size() - end),
        start);
    return made;
  }

  private void compare(List<String> before, List<String> after, int shift) {
    BitSet into = changed == null ? new BitSet() : changed;
    if ((long) before.size() * after.size() > MOST_STEPS) {
      into.set(shift + 1, shift + after.size() + 1);
      return;
    }
    int[] old = numbered(before, after)[0];
    int[] now = numbered(before, after)[1];
    int[][] longest = longest(old, now);
    int i = 0;
    int j = 0;
    while (i < old.length || j < now.length) {
      if (i < old.length && j < now.length && old[i] == now[j]) {
        i++;
        j++;
        continue;
      }
      boolean replaced = false;
      int removed = 0;
      while ((i < old.length || j < now.length)
          && !(i < old.length && j < now.length && old[i] == now[j])) {
        if (j < now.length && (i == old.length || longest[i][j + 1] >= longest[i + 1][j])) {
          into.set(shift + ++j);
          replaced = true;
        } else {
          i++;
          removed++;
        }
      }
      if (removed > 0 && !replaced) {
        removedBehind.set(shift + j);
      }
    }
  }

  private static int[][] numbered(List<String> before, List<String> after) {
    Map<String, Integer> numbers = new HashMap<>();
    int[][] both = {new int[before.size()], new int[after.size()]};
    for (int i = 0; i < before.size(); i++) {
      both[0][i] = numbers.computeIfAbsent(before.get(i), text -> numbers.size());
    }
    for (int i = 0; i < after.size(); i++) {
      both[1][i] = numbers.computeIfAbsent(after.get(i), text -> numbers.size());
    }
    return both;
  }

  /** The length of the longest common sequence of what is left from i and j on. */
  private static int[][] longest(int[] old, int[] now) {
    int[][] longest = new int[old.length + 1][now.length + 1];
    for (int i = old.length - 1; i >= 0; i--) {
      for (int j = now.length - 1; j >= 0; j--) {
        longest[i][j] =
            old[i] == now[j]
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    return longest;
  }

  /** Whether a line changed. */
  boolean has(int line) {
    return changed == null || changed.get(line);
  }

  /** Whether the finding's place or a related one lies on what changed. */
  static boolean touches(Finding finding, Changes changes) {
    if (changes.of(finding.location().file()).meets(finding.location())) {
      return true;
    }
    for (Callout other : finding.related()) {
      if (changes.of(other.at().file()).meets(other.at())) {
        return true;
      }
    }
    return false;
  }

  private boolean meets(Location at) {
    int first = at.start().line();
    int last = at.end().line();
    if (changed == null) {
      return true;
    }
    int next = changed.nextSetBit(first);
    if (next >= 0 && next <= last) {
      return true;
    }
    return !removedBehind.isEmpty() && removedWithin(at.file(), first);
  }

  /**
   * What is missing is shown at the key above it, or at the kind: whether something was removed
   * from what is written below this line.
   */
  private boolean removedWithin(SourceFile file, int line) {
    int depth = indent(file.line(line));
    int end = line;
    while (end < file.lines() && belongs(file.line(end + 1), depth)) {
      end++;
    }
    int start = line;
    if (depth == 0 && file.line(line).startsWith("kind:")) {
      while (start > 1 && !file.line(start - 1).startsWith("---")) {
        start--;
      }
      while (end < file.lines() && !file.line(end + 1).startsWith("---")) {
        end++;
      }
    }
    int removed = removedBehind.nextSetBit(start - 1);
    return removed >= 0 && removed <= end;
  }

  private static boolean belongs(String line, int depth) {
    String bare = line.strip();
    return bare.isEmpty() || indent(line) > depth || bare.startsWith("- ") && indent(line) == depth;
  }

  private static int indent(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
