package dev.hopcheck.value;

import java.util.ArrayList;
import java.util.List;

/**
 * A key of a ConfigMap's or Secret's data, which becomes a file name: letters, digits, dashes,
 * underscores and dots, at most 253 bytes, not leading out of a directory.
 *
 * <p>Source: the recorded server's words.
 */
public final class ConfigMapKey {
  private static final int MAX_LENGTH = Dns1123Subdomain.MAX_LENGTH;
  private static final String TOO_LONG = ServerText.maxCharacters(MAX_LENGTH);
  private static final String MISMATCH =
      ServerText.regex(
          "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
          "[-._a-zA-Z0-9]+",
          "key.name",
          "KEY_NAME",
          "key-name");

  private ConfigMapKey() {}

  /**
   * Returns what the server says about the key: length, pattern, directory; empty when accepted.
   */
  public static List<String> errors(String value) {
    boolean matches = matches(value);
    if (matches && value.length() <= MAX_LENGTH && !value.startsWith(".")) {
      return List.of();
    }
    List<String> errors =
        new ArrayList<>(
            ServerText.lengthAndPattern(value, MAX_LENGTH, TOO_LONG, matches, MISMATCH));
    ServerText.addDirectoryErrors(value, errors);
    return List.copyOf(errors);
  }

  private static boolean matches(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Ascii.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return !value.isEmpty();
  }
}
