package dev.hopcheck.value;

import java.util.List;

/**
 * The name of an HTTP header of a probe: letters, digits and dashes, of any length.
 *
 * <p>Source: apiserver.md section 3, HDR.
 */
public final class HttpHeaderName {
  private static final String MISMATCH =
      ServerText.regex(
          "a valid HTTP header must consist of alphanumeric characters or '-'",
          "[-A-Za-z0-9]+",
          "X-Header-Name");

  private HttpHeaderName() {}

  /** Returns what the server says about the value; empty when it is accepted. */
  public static List<String> errors(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '-' && !Ascii.isLetterOrDigit(c)) {
        return List.of(MISMATCH);
      }
    }
    return value.isEmpty() ? List.of(MISMATCH) : List.of();
  }
}
