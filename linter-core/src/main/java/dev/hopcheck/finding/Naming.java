package dev.hopcheck.finding;

import dev.hopcheck.source.Location;
import org.jspecify.annotations.Nullable;

/**
 * Holds headlines to naming what stands at the place that is pointed at: as a value in backticks,
 * or as a step of a field path in backticks.
 */
public final class Naming {
  /** Longer texts are no help in a headline. */
  private static final int LONGEST = 80;

  private Naming() {}

  /** The text of the place where the headline should name it and does not; else null. */
  public static @Nullable String missingFrom(String headline, Location place) {
    String written = place.text().strip();
    String text = unquoted(written);
    if (isUnfit(text) || names(headline, written) || names(headline, text)) {
      return null;
    }
    return text;
  }

  /** What is empty, or cannot be shown as it is written. */
  private static boolean isUnfit(String text) {
    return text.isEmpty()
        || text.length() > LONGEST
        || text.indexOf('\n') >= 0
        || text.indexOf('\\') >= 0
        || text.indexOf('`') >= 0;
  }

  private static String unquoted(String text) {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    boolean quoted =
        text.length() > 1
            && (first == '"' || first == '\'')
            && text.charAt(text.length() - 1) == first;
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private static boolean names(String headline, String text) {
    int at = headline.indexOf(text);
    while (at >= 0) {
      int end = at + text.length();
      char before = at == 0 ? ' ' : headline.charAt(at - 1);
      char after = end == headline.length() ? ' ' : headline.charAt(end);
      boolean starts = before == '`' || before == '.' || before == '[';
      if (starts && (after == '`' || after == '.' || after == '[' || after == ']')) {
        return true;
      }
      at = headline.indexOf(text, at + 1);
    }
    return false;
  }
}
