package dev.hopcheck.schema;

import dev.hopcheck.value.Timestamp;
import java.util.List;

/** Times of exactly six digits after the point, as {@code metav1.MicroTime} decodes them. */
final class GoTime {
  private static final int DIGITS = 6;

  private GoTime() {}

  /** What is wrong with the text; empty where it is such a time. */
  static List<String> microErrors(String text) {
    List<String> errors = Timestamp.errors(text);
    if (!errors.isEmpty()) {
      return errors;
    }
    int point = text.indexOf('.');
    int end = point + 1;
    while (point >= 0
        && end < text.length()
        && text.charAt(end) >= '0'
        && text.charAt(end) <= '9') {
      end++;
    }
    return point >= 0 && end - point - 1 == DIGITS
        ? List.of()
        : List.of(
            "parsing time \""
                + text
                + "\" as \"2006-01-02T15:04:05.000000Z07:00\": cannot parse as \".000000\"");
  }
}
