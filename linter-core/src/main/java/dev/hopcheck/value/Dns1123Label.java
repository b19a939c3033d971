package dev.hopcheck.value;

import java.util.List;

/**
 * A DNS-1123 label, the grammar of Namespace, StatefulSet and container names, of Service port
 * names, hostnames and, from 1.36, of Service names: lower-case letters, digits and inner dashes.
 *
 * <p>Source: apiserver.md section 3, L1123; wording as recorded from a 1.36 server.
 */
public final class Dns1123Label {
  /** Longest label in bytes (RFC 1035, 2.3.4). */
  public static final int MAX_LENGTH = 63;

  static final String REGEX = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String TOO_LONG = ServerText.maxCharacters(MAX_LENGTH);
  private static final String MISMATCH =
      ServerText.regex(
          "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must"
              + " start and end with an alphanumeric character",
          REGEX,
          "my-name",
          "123-abc");
  private static final String DOTS = "must not contain dots";

  private Dns1123Label() {}

  /** Says whether the value is a label of at most 63 bytes. */
  public static boolean isValid(String value) {
    return value.length() <= MAX_LENGTH && matches(value, 0, value.length());
  }

  /**
   * Returns what the server says about the value, length before pattern; empty when it is a label.
   */
  public static List<String> errors(String value) {
    if (isValid(value)) {
      return List.of();
    }
    boolean matches = matches(value, 0, value.length());
    // The server gives a value that would be a subdomain the short text only.
    String mismatch = !matches && Dns1123Subdomain.matches(value) ? DOTS : MISMATCH;
    return ServerText.lengthAndPattern(value, MAX_LENGTH, TOO_LONG, matches, mismatch);
  }

  /** Says whether the characters from start to end make a label, whatever their number. */
  static boolean matches(String value, int start, int end) {
    if (start >= end
        || !Ascii.isLowerOrDigit(value.charAt(start))
        || !Ascii.isLowerOrDigit(value.charAt(end - 1))) {
      return false;
    }
    for (int i = start + 1; i < end - 1; i++) {
      char c = value.charAt(i);
      if (c != '-' && !Ascii.isLowerOrDigit(c)) {
        return false;
      }
    }
    return true;
  }
}
