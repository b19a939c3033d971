package dev.hopcheck.value;

import java.util.List;

/**
 * A DNS-1123 subdomain, the grammar of most object names, of Ingress hosts and of external names:
 * {@link Dns1123Label} parts joined by dots, 253 bytes in all, the single part unbounded.
 *
 * <p>Source: apiserver.md section 3, SUB and SUB_ (the variant with underscores, used for DNS
 * search domains from 1.33).
 */
public final class Dns1123Subdomain {
  /** Longest name in bytes (RFC 1035 minus length bytes, as Kubernetes counts it). */
  public static final int MAX_LENGTH = 253;

  static final String REGEX = Dns1123Label.REGEX + "(\\." + Dns1123Label.REGEX + ")*";
  private static final String TOO_LONG = ServerText.maxCharacters(MAX_LENGTH);
  private static final String TOO_LONG_PREFIX = ServerText.maxBytes(MAX_LENGTH);
  private static final String MISMATCH =
      ServerText.regex(
          "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and"
              + " must start and end with an alphanumeric character",
          REGEX,
          "example.com");
  private static final String UNDERSCORE_LABEL = "_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?";
  private static final String UNDERSCORE_MISMATCH =
      ServerText.regex(
          "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.',"
              + " and must start and end with an alphanumeric character",
          UNDERSCORE_LABEL + "(\\." + UNDERSCORE_LABEL + ")*",
          "example.com");

  private Dns1123Subdomain() {}

  /** Says whether the value is a subdomain of at most 253 bytes. */
  public static boolean isValid(String value) {
    return value.length() <= MAX_LENGTH && matches(value);
  }

  /**
   * Returns what the server says about the value, length before pattern; empty when it is a
   * subdomain.
   */
  public static List<String> errors(String value) {
    if (isValid(value)) {
      return List.of();
    }
    return ServerText.lengthAndPattern(value, MAX_LENGTH, TOO_LONG, matches(value), MISMATCH);
  }

  /** As {@link #errors}, for values whose parts may start with and hold underscores. */
  public static List<String> errorsWithUnderscore(String value) {
    boolean matches = matchesWithUnderscore(value);
    return ServerText.lengthAndPattern(value, MAX_LENGTH, TOO_LONG, matches, UNDERSCORE_MISMATCH);
  }

  /** As {@link #errors}, in the words used for the prefix of a label key. */
  static List<String> prefixErrors(String value) {
    return ServerText.lengthAndPattern(
        value, MAX_LENGTH, TOO_LONG_PREFIX, matches(value), MISMATCH);
  }

  /** Says whether the value has the form of a subdomain, whatever its length. */
  static boolean matches(String value) {
    return matches(value, 0);
  }

  static boolean matches(String value, int from) {
    return matches(value, from, value.length());
  }

  /** Says whether a part of the value has the form of a subdomain, whatever its length. */
  static boolean matches(String value, int from, int end) {
    int start = from;
    for (int i = from; i <= end; i++) {
      if (i == end || value.charAt(i) == '.') {
        if (!Dns1123Label.matches(value, start, i)) {
          return false;
        }
        start = i + 1;
      }
    }
    return true;
  }

  private static boolean matchesWithUnderscore(String value) {
    int start = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || value.charAt(i) == '.') {
        if (!underscorePart(value, start, i)) {
          return false;
        }
        start = i + 1;
      }
    }
    return true;
  }

  private static boolean underscorePart(String value, int from, int end) {
    int start = from < end && value.charAt(from) == '_' ? from + 1 : from;
    if (start >= end
        || !Ascii.isLowerOrDigit(value.charAt(start))
        || !Ascii.isLowerOrDigit(value.charAt(end - 1))) {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = value.charAt(i);
      if (c != '-' && c != '_' && !Ascii.isLowerOrDigit(c)) {
        return false;
      }
    }
    return true;
  }
}
