package dev.hopcheck.value;

import java.util.List;

/**
 * A subdomain after a leading {@code *.}, the grammar of Ingress hosts that contain a star.
 *
 * <p>Source: apiserver.md section 3, WILD.
 */
public final class WildcardSubdomain {
  private static final String TOO_LONG = ServerText.maxCharacters(Dns1123Subdomain.MAX_LENGTH);
  private static final String MISMATCH =
      ServerText.regex(
          "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must"
              + " consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric"
              + " character",
          "\\*\\." + Dns1123Subdomain.REGEX,
          "*.example.com");

  private WildcardSubdomain() {}

  /** Says whether the server accepts the value as a wildcard host. */
  public static boolean isValid(String value) {
    return errors(value).isEmpty();
  }

  /**
   * Returns what the server says about the value, length before pattern; empty when it is accepted.
   */
  public static List<String> errors(String value) {
    boolean matches = value.startsWith("*.") && Dns1123Subdomain.matches(value, 2);
    return ServerText.lengthAndPattern(
        value, Dns1123Subdomain.MAX_LENGTH, TOO_LONG, matches, MISMATCH);
  }
}
