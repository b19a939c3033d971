package dev.hopcheck.config;

import org.jspecify.annotations.Nullable;

/**
 * A pattern of paths below the working directory, as in {@code legacy/**} or {@code *}{@code
 * /test-*.yaml}: {@code *} and {@code ?} stand for what is within one name, {@code **} for any
 * number of folders. What matches a folder matches all below it. Never a regular expression, and
 * never slower than pattern length times path length.
 *
 * @param text as written
 */
public record Glob(String text) {
  /** Longer patterns are a mistake or an attack. */
  static final int LONGEST = 1_000;

  private static final String NOT_HERE = "\\^$()[]{}|+";

  /** Why the text is no pattern, for the one who wrote it; null where it is one. */
  static @Nullable String fault(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return "a pattern has 1 to " + LONGEST + " characters";
    }
    for (int i = 0; i < text.length(); i++) {
      if (NOT_HERE.indexOf(text.charAt(i)) >= 0) {
        return "`"
            + text
            + "` holds `"
            + text.charAt(i)
            + "`; patterns know `*`, `**` and `?`, and are no regular expressions";
      }
    }
    return RelativePath.fault(text);
  }

  /** Whether the path, or a folder above it, is meant. */
  public boolean matches(String path) {
    int end = text.endsWith("/") ? text.length() - 1 : text.length();
    int start = text.startsWith("./") ? 2 : 0;
    // reached[i]: the pattern up to the current character matches the first i characters.
    boolean[] reached = new boolean[path.length() + 1];
    reached[0] = true;
    int at = start;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '*' && at + 1 < end && text.charAt(at + 1) == '*') {
        at += 2;
        boolean folder = at < end && text.charAt(at) == '/';
        anyFolders(reached, path, folder);
        at += folder ? 1 : 0;
      } else {
        if (c == '*') {
          anyName(reached, path);
        } else {
          one(reached, path, c);
        }
        at++;
      }
    }
    for (int i = 1; i <= path.length(); i++) {
      if (reached[i] && (i == path.length() || path.charAt(i) == '/')) {
        return true;
      }
    }
    return false;
  }

  /** Takes any characters; with {@code folder} it stops at the start of a name. */
  private static void anyFolders(boolean[] reached, String path, boolean folder) {
    boolean open = false;
    for (int i = 0; i < reached.length; i++) {
      open |= reached[i];
      boolean begins = i == 0 || path.charAt(i - 1) == '/';
      reached[i] = open && (!folder || begins);
    }
  }

  private static void anyName(boolean[] reached, String path) {
    for (int i = 1; i < reached.length; i++) {
      reached[i] |= reached[i - 1] && path.charAt(i - 1) != '/';
    }
  }

  private static void one(boolean[] reached, String path, char c) {
    for (int i = reached.length - 1; i > 0; i--) {
      char found = path.charAt(i - 1);
      reached[i] = reached[i - 1] && (c == '?' ? found != '/' : found == c);
    }
    reached[0] = false;
  }
}
