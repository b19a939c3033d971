package dev.hopcheck.schema;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large a regular expression grows when it is compiled: each {@code {n,m}} copies what it
 * repeats, and what is nested multiplies. Looks at the text only and never compiles it.
 */
final class PatternRepeats {
  private static final int TOO_MANY = 1_000_000;

  private final String pattern;
  private int at;

  /** For each open group, the most repeats of any part in it. */
  private final Deque<Integer> groups = new ArrayDeque<>();

  private int most = 1;

  /** Of the part before the current place. */
  private int last = 1;

  private int deepest;

  private PatternRepeats(String pattern) {
    this.pattern = pattern;
    while (at < pattern.length()) {
      step();
    }
    while (!groups.isEmpty()) {
      most = Math.max(most, groups.pop());
    }
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
        last = 1;
      }
      case '[' -> {
        skipClass();
        last = 1;
      }
      case '(' -> {
        groups.push(most);
        deepest = Math.max(deepest, groups.size());
        most = 1;
        last = 1;
      }
      case ')' -> {
        last = most;
        most = Math.max(last, groups.isEmpty() ? 1 : groups.pop());
      }
      case '{' -> repeat();
      case '*', '+', '?' -> {
        // Loops and choices copy nothing.
      }
      default -> last = 1;
    }
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
    int end = pattern.indexOf('}', at);
    if (end < 0) {
      return;
    }
    int times = 1;
    int number = 0;
    for (int i = at; i < end; i++) {
      char c = pattern.charAt(i);
      if (c >= '0' && c <= '9') {
        number = Math.min(TOO_MANY, number * 10 + c - '0');
        times = Math.max(times, number);
      } else if (c == ',') {
        number = 0;
      } else {
        // No repeat, just text in braces.
        last = 1;
        return;
      }
    }
    last = (int) Math.min(TOO_MANY, (long) last * times);
    most = Math.max(most, last);
    at = end + 1;
  }
}
