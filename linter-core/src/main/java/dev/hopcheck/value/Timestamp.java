package dev.hopcheck.value;

import java.util.List;

/**
 * A point in time as metav1.Time decodes it: RFC 3339, as leniently as Go's parser takes it (an
 * hour of one digit, fractions after a point or comma).
 *
 * <p>Source: Go's time.Parse with the layout RFC3339; apiserver.md, "Seen on a real
 * kube-apiserver", 15.
 */
public final class Timestamp {
  private static final String LAYOUT = "2006-01-02T15:04:05Z07:00";
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private final String text;
  private int at;

  private Timestamp(String text) {
    this.text = text;
  }

  /** Returns what the server says about the text, at most one error; empty when it is a time. */
  public static List<String> errors(String text) {
    String error = new Timestamp(text).error();
    return error.isEmpty() ? List.of() : List.of(error);
  }

  private String error() {
    if (text.length() < 4 || !areDigits(0, 4)) {
      return cannotParse(0, "2006");
    }
    at = 4;
    int year = Integer.parseInt(text.substring(0, 4));
    String[] separators = {"-", "-", "T", ":", ":"};
    String[] elements = {"01", "02", "15", "04", "05"};
    String[] names = {"month", "day", "hour", "minute", "second"};
    int[] limits = {12, 99, 23, 59, 59};
    int[] values = new int[5];
    for (int i = 0; i < 5; i++) {
      if (at >= text.length() || text.charAt(at) != separators[i].charAt(0)) {
        return cannotParse(at, separators[i]);
      }
      at++;
      int width = areDigits(at, 2) ? 2 : i == 2 && areDigits(at, 1) ? 1 : 0;
      if (width == 0) {
        return cannotParse(at, elements[i]);
      }
      values[i] = Integer.parseInt(text.substring(at, at + width));
      if (values[i] > limits[i] || (i == 0 && values[i] == 0)) {
        return outOfRange(names[i]);
      }
      at += width;
    }
    skipFraction();
    String zone = zoneError();
    if (!zone.isEmpty()) {
      return zone;
    }
    if (at < text.length()) {
      return "parsing time "
          + GoText.quoteBytes(text)
          + ": extra text: "
          + GoText.quoteBytes(text.substring(at));
    }
    boolean leap = values[0] == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    boolean day = values[1] >= 1 && values[1] <= DAYS[values[0] - 1] + (leap ? 1 : 0);
    return day ? "" : outOfRange("day");
  }

  private void skipFraction() {
    boolean mark = at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',');
    if (mark && areDigits(at + 1, 1)) {
      at++;
      while (areDigits(at, 1)) {
        at++;
      }
    }
  }

  private String zoneError() {
    if (at < text.length() && text.charAt(at) == 'Z') {
      at++;
      return "";
    }
    boolean shaped =
        text.length() - at >= 6
            && (text.charAt(at) == '+' || text.charAt(at) == '-')
            && text.charAt(at + 3) == ':'
            && areDigits(at + 1, 2)
            && areDigits(at + 4, 2);
    if (!shaped) {
      return cannotParse(at, "Z07:00");
    }
    // Go lets 24 and 60 pass.
    boolean minute = Integer.parseInt(text.substring(at + 4, at + 6)) <= 60;
    boolean hour = Integer.parseInt(text.substring(at + 1, at + 3)) <= 24;
    at += 6;
    if (!minute) {
      return outOfRange("time zone offset minute");
    }
    return hour ? "" : outOfRange("time zone offset hour");
  }

  private boolean areDigits(int from, int count) {
    if (from + count > text.length()) {
      return false;
    }
    for (int i = from; i < from + count; i++) {
      if (!Ascii.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private String cannotParse(int from, String element) {
    return "parsing time "
        + GoText.quoteBytes(text)
        + " as \""
        + LAYOUT
        + "\": cannot parse "
        + GoText.quoteBytes(text.substring(from))
        + " as \""
        + element
        + "\"";
  }

  private String outOfRange(String what) {
    return "parsing time " + GoText.quoteBytes(text) + ": " + what + " out of range";
  }
}
