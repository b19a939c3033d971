package dev.hopcheck.yaml;

import org.jspecify.annotations.Nullable;

/**
 * Lets values that were met lately be one string in all documents: names, labels and images stand
 * in a manifest again and again. Threads may share it; what one of them puts over another's text is
 * only kept twice.
 */
final class SharedTexts {
  /** Longer texts are rarely met again. */
  private static final int LONGEST = 64;

  private static final int SIZE = 1 << 13;

  private final @Nullable String[] texts = new String[SIZE];

  /** The same text, as it was met before if it was. */
  String of(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    int hash = text.hashCode();
    int place = (hash ^ hash >>> 13) & SIZE - 1;
    String known = texts[place];
    if (known != null && known.equals(text)) {
      return known;
    }
    texts[place] = text;
    return text;
  }
}
