package dev.hopcheck.value;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of an environment variable as the server takes it: any printable ASCII but {@code =}.
 * The older, narrower grammar is kept for the prefix of {@code envFrom} in older releases and for
 * rules that care.
 *
 * <p>Source: the recorded 1.36 server (gate RelaxedEnvironmentVariableValidation); the narrow
 * grammar is that of releases before.
 */
public final class EnvVarName {
  private static final String RELAXED_MISMATCH =
      "a valid environment variable name must consist only of printable ASCII characters other than '='";
  private static final String NARROW_MISMATCH =
      ServerText.regex(
          "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.',"
              + " and must not start with a digit",
          "[-._a-zA-Z][-._a-zA-Z0-9]*",
          "my.env-name",
          "MY_ENV.NAME",
          "MyEnvName1");

  private EnvVarName() {}

  /** Returns what a 1.36 server says; empty when the name is accepted. */
  public static List<String> errors(String value) {
    if (value.isEmpty()) {
      return List.of("environment variable name must be non-empty");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c > '~' || c == '=') {
        return List.of(RELAXED_MISMATCH);
      }
    }
    return List.of();
  }

  /** Returns what a server without the relaxed grammar says; empty when the name is accepted. */
  public static List<String> narrowErrors(String value) {
    List<String> errors = new ArrayList<>(1);
    if (!isNarrow(value)) {
      errors.add(NARROW_MISMATCH);
    }
    ServerText.addDirectoryErrors(value, errors);
    return List.copyOf(errors);
  }

  private static boolean isNarrow(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean outside = c != '-' && c != '.' && c != '_' && !Ascii.isLetter(c);
      if (outside && (i == 0 || !Ascii.isDigit(c))) {
        return false;
      }
    }
    return !value.isEmpty();
  }
}
