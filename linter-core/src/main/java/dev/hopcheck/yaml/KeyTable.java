package dev.hopcheck.yaml;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Knows the keys that were read before, so that the same key is the same string everywhere, the one
 * that the code's own constants are. Threads may share it: an entry never changes, and one that is
 * lost between them is made again.
 */
final class KeyTable {
  /** Longer keys are rarely met again. */
  static final int LONGEST = 64;

  private static final int SIZE = 4096;

  /** Slots that are looked at; a table full of other keys takes no more. */
  private static final int TRIES = 4;

  private final @Nullable Entry[] entries = new Entry[SIZE];

  private record Entry(byte[] bytes, String text) {}

  /** The key written from {@code start} to {@code end}, which is ASCII. */
  String key(byte[] bytes, int start, int end, int hash) {
    int length = end - start;
    if (length <= LONGEST) {
      int slot = hash ^ hash >>> 12;
      for (int i = 0; i < TRIES; i++) {
        int place = slot + i & SIZE - 1;
        Entry entry = entries[place];
        if (entry == null) {
          byte[] own = new byte[length];
          System.arraycopy(bytes, start, own, 0, length);
          String text = new String(own, StandardCharsets.ISO_8859_1).intern();
          entries[place] = new Entry(own, text);
          return text;
        }
        if (isSame(entry.bytes, bytes, start, length)) {
          return entry.text;
        }
      }
    }
    return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
  }

  private static boolean isSame(byte[] own, byte[] bytes, int start, int length) {
    if (own.length != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (own[i] != bytes[start + i]) {
        return false;
      }
    }
    return true;
  }
}
