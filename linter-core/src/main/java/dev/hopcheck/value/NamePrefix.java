package dev.hopcheck.value;

/**
 * The beginning of a name that the server completes, as {@code metadata.generateName} gives it.
 *
 * <p>Source: META-03.
 */
public final class NamePrefix {
  /** Longest part of a prefix that survives: 63 minus five random characters. */
  public static final int MAX_KEPT_LENGTH = 58;

  private NamePrefix() {}

  /**
   * Returns the text that the server matches against the kind's grammar: a trailing dash is
   * tolerated by putting one {@code a} for the last two characters.
   */
  public static String masked(String generateName) {
    int length = generateName.length();
    if (length < 2 || generateName.charAt(length - 1) != '-') {
      return generateName;
    }
    // The server cuts bytes; of a longer last character it would leave a torn one, which no grammar
    // takes.
    char cut = generateName.charAt(length - 2);
    return generateName.substring(0, length - 2) + (cut < 0x80 ? "a" : "\uFFFDa");
  }
}
