package dev.hopcheck.value;

import java.util.List;

/**
 * A DNS-1035 label, the grammar of Service names up to 1.35: as {@link Dns1123Label}, but it starts
 * with a letter.
 *
 * <p>Source: apiserver.md section 3, L1035.
 */
public final class Dns1035Label {
  /** Longest label in bytes (RFC 1035, 2.3.4). */
  public static final int MAX_LENGTH = 63;

  private static final String TOO_LONG = ServerText.maxCharacters(MAX_LENGTH);
  private static final String MISMATCH =
      ServerText.regex(
          "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an"
              + " alphabetic character, and end with an alphanumeric character",
          "[a-z]([-a-z0-9]*[a-z0-9])?",
          "my-name",
          "abc-123");

  private Dns1035Label() {}

  /** Says whether the value is a label of at most 63 bytes that starts with a letter. */
  public static boolean isValid(String value) {
    return value.length() <= MAX_LENGTH && matches(value);
  }

  /**
   * Returns what the server says about the value, length before pattern; empty when it is a label.
   */
  public static List<String> errors(String value) {
    if (isValid(value)) {
      return List.of();
    }
    return ServerText.lengthAndPattern(value, MAX_LENGTH, TOO_LONG, matches(value), MISMATCH);
  }

  private static boolean matches(String value) {
    return Dns1123Label.matches(value, 0, value.length()) && Ascii.isLower(value.charAt(0));
  }
}
