package dev.hopcheck.value;

import java.util.List;

/**
 * A label value: empty, or letters, digits and inner dashes, underscores and dots, 63 bytes in all.
 *
 * <p>Source: apiserver.md section 3, LV.
 */
public final class LabelValue {
  /** Longest value in bytes. */
  public static final int MAX_LENGTH = 63;

  private static final String TOO_LONG = ServerText.maxBytes(MAX_LENGTH);
  private static final String MISMATCH =
      ServerText.regex(
          "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and"
              + " must start and end with an alphanumeric character",
          "(" + QualifiedName.REGEX + ")?",
          "MyValue",
          "my_value",
          "12345");

  private LabelValue() {}

  /** Says whether the server accepts the value of a label. */
  public static boolean isValid(String value) {
    return value.isEmpty() || (value.length() <= MAX_LENGTH && QualifiedName.nameMatches(value, 0));
  }

  /**
   * Returns what the server says about the value, length before pattern; empty when it is accepted.
   */
  public static List<String> errors(String value) {
    if (isValid(value)) {
      return List.of();
    }
    boolean matches = QualifiedName.nameMatches(value, 0);
    return ServerText.lengthAndPattern(value, MAX_LENGTH, TOO_LONG, matches, MISMATCH);
  }
}
