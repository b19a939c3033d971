package dev.hopcheck.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * How large a regular expression grows when it is compiled: each {@code {n,m}} copies what it
 * repeats, and what is nested multiplies. Looks at the text only and never compiles it.
 */
public final class PatternRepeats {
  /** All repeats around a part, multiplied: the limit of Go's engine, which the server has. */
  static final int MOST = 1_000;

  /** Groups in groups, the limit of Go's engine. */
  private static final int DEEPEST = 1_000;

  /** Parts after copying, the limit of Go's engine. */
  private static final int LARGEST = 3_355_443;

  /** Parts after copying that are worth their time; long texts take it by the square. */
  private static final int BEARABLE = 20_000;

  private static final int TOO_MANY = 1_000_000_000;

  /**
   * A group that is open, or what stands before it.
   *
   * @param most the most repeats of any part in it
   * @param size its parts after copying
   */
  private record Group(int most, int size) {}

  private final String pattern;
  private final Deque<Group> outer = new ArrayDeque<>();
  private int at;
  private int most = 1;
  private int size;
  private int deepest;

  /** The part before the current place. */
  private Group last = new Group(1, 1);

  private PatternRepeats(String pattern) {
    this.pattern = pattern;
    while (at < pattern.length()) {
      step();
    }
    while (!outer.isEmpty()) {
      close();
    }
  }

  /** What the server's engine says of a pattern that grows too large; null of any other. */
  public static @Nullable String refusal(String pattern) {
    PatternRepeats repeats = new PatternRepeats(pattern);
    if (repeats.deepest > DEEPEST) {
      return "expression nests too deeply";
    }
    if (repeats.most > MOST) {
      return "invalid repeat count";
    }
    return repeats.size > LARGEST ? "expression too large" : null;
  }

  /** Whether compiling the pattern costs no more than it is worth. */
  public static boolean isBearable(String pattern) {
    PatternRepeats repeats = new PatternRepeats(pattern);
    return repeats.size <= BEARABLE && repeats.most <= MOST && repeats.deepest <= DEEPEST;
  }

  /** How often a part of the pattern is repeated at most, by all repeats around it. */
  static int most(String pattern) {
    return new PatternRepeats(pattern).most;
  }

  /** How deep groups are nested. */
  static int deepest(String pattern) {
    return new PatternRepeats(pattern).deepest;
  }

  private void step() {
    char c = pattern.charAt(at++);
    switch (c) {
      case '\\' -> {
        at++;
        part(new Group(1, 1));
      }
      case '[' -> {
        skipClass();
        part(new Group(1, 1));
      }
      case '(' -> {
        outer.push(new Group(most, size));
        deepest = Math.max(deepest, outer.size());
        most = 1;
        size = 1;
      }
      case ')' -> {
        if (!outer.isEmpty()) {
          close();
        }
      }
      case '{' -> repeat();
      case '*', '+', '?' -> {
        // Loops and choices copy nothing.
      }
      default -> part(new Group(1, 1));
    }
  }

  private void part(Group part) {
    last = part;
    most = Math.max(most, part.most());
    size = Math.min(TOO_MANY, size + part.size());
  }

  private void close() {
    Group inner = new Group(most, size);
    Group before = outer.pop();
    most = before.most();
    size = before.size();
    part(inner);
  }

  private void skipClass() {
    if (at < pattern.length() && pattern.charAt(at) == '^') {
      at++;
    }
    // A bracket that stands first is a character.
    at++;
    while (at < pattern.length() && pattern.charAt(at) != ']') {
      at += pattern.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private void repeat() {
    int end = at;
    int times = 1;
    int number = 0;
    while (end < pattern.length() && (isDigit(pattern.charAt(end)) || pattern.charAt(end) == ',')) {
      char c = pattern.charAt(end++);
      number = c == ',' ? 0 : Math.min(TOO_MANY / 10 - 1, number * 10 + c - '0');
      times = Math.max(times, number);
    }
    if (end == at || end == pattern.length() || pattern.charAt(end) != '}') {
      // No repeat: the brace stands for itself.
      part(new Group(1, 1));
      return;
    }
    at = end + 1;
    int copies = product(last.size(), times - 1);
    last = new Group(product(last.most(), times), product(last.size(), times));
    most = Math.max(most, last.most());
    size = Math.min(TOO_MANY, size + copies);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int product(int a, int b) {
    return (int) Math.min(TOO_MANY, (long) a * b);
  }
}
