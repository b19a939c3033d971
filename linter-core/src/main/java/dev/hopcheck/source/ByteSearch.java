package dev.hopcheck.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Looks for words in bytes; most bytes are never looked at (Horspool's way, over several words at
 * once).
 */
public final class ByteSearch {
  private final byte[][] words;
  private final int window;

  /** How far the window moves on from one that ends with that byte. */
  private final int[] shifts = new int[256];

  /** The same, but 0 where a word may end its window there. */
  private final int[] skips;

  /** A search for any of some ASCII words. */
  public ByteSearch(String... words) {
    this.words = new byte[words.length][];
    int shortest = Integer.MAX_VALUE;
    for (int i = 0; i < words.length; i++) {
      this.words[i] = words[i].getBytes(StandardCharsets.US_ASCII);
      shortest = Math.min(shortest, words[i].length());
    }
    window = shortest;
    Arrays.fill(shifts, window);
    for (byte[] word : this.words) {
      for (int i = 0; i < window - 1; i++) {
        shifts[word[i]] = Math.min(shifts[word[i]], window - 1 - i);
      }
    }
    skips = shifts.clone();
    for (byte[] word : this.words) {
      skips[word[window - 1]] = 0;
    }
  }

  /** Where the next word begins, from an offset on; -1 where there is none. */
  public int next(byte[] bytes, int from) {
    int last = window - 1;
    int at = from;
    while (at <= bytes.length - window) {
      int end = bytes[at + last] & 0xFF;
      int skip = skips[end];
      if (skip == 0) {
        if (isWord(bytes, at)) {
          return at;
        }
        skip = shifts[end];
      }
      at += skip;
    }
    return -1;
  }

  private boolean isWord(byte[] bytes, int at) {
    for (byte[] word : words) {
      if (matches(bytes, at, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] bytes, int at, byte[] word) {
    if (at + word.length > bytes.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (bytes[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a backslash stands where it may be an escape that hides a word in a quoted scalar: of a
   * character by its number, or of a line end.
   */
  public static boolean hasEscape(byte[] bytes) {
    int at = 1;
    while (at < bytes.length) {
      byte b = bytes[at];
      if (b == '\\') {
        at++;
      } else if (bytes[at - 1] == '\\' && isHiding(b)) {
        return true;
      } else {
        at += 2;
      }
    }
    return false;
  }

  private static boolean isHiding(byte b) {
    return b == 'x' || b == 'u' || b == 'U' || b == '\n' || b == '\r';
  }
}
