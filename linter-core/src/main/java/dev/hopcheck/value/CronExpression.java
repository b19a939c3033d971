package dev.hopcheck.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The schedule of a CronJob: five fields, or {@code @hourly} and the like, or {@code @every} and a
 * duration.
 *
 * <p>Source: robfig/cron v3, standard parser, and the server's own rule against time zones in the
 * schedule; wording as recorded. An empty schedule is {@code Required} to the server and not looked
 * at here.
 */
public final class CronExpression {
  private static final String NO_TIME_ZONE =
      "cannot use TZ or CRON_TZ in schedule, use timeZone field instead";
  private static final List<String> DESCRIPTORS =
      List.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
  private static final String EVERY = "@every ";

  private static final List<Bounds> FIELDS =
      List.of(
          new Bounds(0, 59, List.of()),
          new Bounds(0, 23, List.of()),
          new Bounds(1, 31, List.of()),
          new Bounds(
              1,
              12,
              List.of(
                  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                  "dec")),
          new Bounds(0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat")));

  /** Least and greatest number of a field, and the names of the numbers from the least on. */
  private record Bounds(int min, int max, List<String> names) {}

  /** A number, or why there is none. */
  private record Number(long value, String error) {}

  private CronExpression() {}

  /** Returns what the server says about the schedule; empty when it is accepted. */
  public static List<String> errors(String schedule) {
    List<String> errors = new ArrayList<>(0);
    String error = parseError(schedule);
    if (!error.isEmpty()) {
      errors.add(error);
    }
    if (schedule.contains("TZ")) {
      errors.add(NO_TIME_ZONE);
    }
    return List.copyOf(errors);
  }

  private static String parseError(String schedule) {
    if (schedule.isEmpty()) {
      return "empty spec string";
    }
    String spec = schedule;
    if (spec.startsWith("TZ=") || spec.startsWith("CRON_TZ=")) {
      int blank = spec.indexOf(' ');
      if (blank < 0) {
        // The parser breaks off here; the rule against time zones says enough.
        return "";
      }
      String zone = spec.substring(spec.indexOf('=') + 1, blank);
      if (!TimeZoneName.exists(zone)) {
        return "provided bad location " + zone + ": " + TimeZoneName.unknown(zone);
      }
      spec = spec.substring(blank).strip();
    }
    if (spec.startsWith("@")) {
      return descriptorError(spec);
    }
    List<String> fields = fields(spec);
    if (fields.size() != FIELDS.size()) {
      return "expected exactly 5 fields, found "
          + fields.size()
          + ": ["
          + String.join(" ", fields)
          + "]";
    }
    for (int i = 0; i < fields.size(); i++) {
      String error = fieldError(fields.get(i), FIELDS.get(i));
      if (!error.isEmpty()) {
        return error;
      }
    }
    return "";
  }

  private static String descriptorError(String spec) {
    if (DESCRIPTORS.contains(spec)) {
      return "";
    }
    if (!spec.startsWith(EVERY)) {
      return "unrecognized descriptor: " + spec;
    }
    Parsed<GoDuration> duration = GoDuration.parse(spec.substring(EVERY.length()));
    return duration.isOk() ? "" : "failed to parse duration " + spec + ": " + duration.error();
  }

  private static List<String> fields(String spec) {
    List<String> fields = new ArrayList<>(FIELDS.size());
    int start = -1;
    for (int i = 0; i <= spec.length(); i++) {
      boolean gap = i == spec.length() || isSpace(spec.charAt(i));
      if (!gap) {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        fields.add(spec.substring(start, i));
        start = -1;
      }
    }
    return fields;
  }

  /** White space as Go knows it, no-break space included. */
  private static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r') || c == '\u0085' || Character.isSpaceChar(c);
  }

  private static String fieldError(String field, Bounds bounds) {
    // Empty ranges between commas are passed over.
    int start = 0;
    for (int i = 0; i <= field.length(); i++) {
      if (i == field.length() || field.charAt(i) == ',') {
        String error = i == start ? "" : rangeError(field.substring(start, i), bounds);
        if (!error.isEmpty()) {
          return error;
        }
        start = i + 1;
      }
    }
    return "";
  }

  private static String rangeError(String range, Bounds bounds) {
    List<String> steps = split(range, '/');
    List<String> ends = split(steps.get(0), '-');
    Number low = new Number(bounds.min(), "");
    Number high = new Number(bounds.max(), "");
    if (!ends.get(0).equals("*") && !ends.get(0).equals("?")) {
      low = numberOrName(ends.get(0), bounds);
      if (!low.error().isEmpty()) {
        return low.error();
      }
      if (ends.size() > 2) {
        return "too many hyphens: " + range;
      }
      high = ends.size() == 1 ? low : numberOrName(ends.get(1), bounds);
      if (!high.error().isEmpty()) {
        return high.error();
      }
    }
    if (steps.size() > 2) {
      return "too many slashes: " + range;
    }
    Number step = steps.size() == 1 ? new Number(1, "") : number(steps.get(1));
    if (!step.error().isEmpty()) {
      return step.error();
    }
    // "N/step" means from N to the end.
    boolean open = steps.size() == 2 && ends.size() == 1;
    long last = open ? bounds.max() : high.value();
    return boundsError(range, low.value(), last, step.value(), bounds);
  }

  private static String boundsError(String range, long low, long high, long step, Bounds bounds) {
    if (low < bounds.min()) {
      return "beginning of range (" + low + ") below minimum (" + bounds.min() + "): " + range;
    }
    if (high > bounds.max()) {
      return "end of range (" + high + ") above maximum (" + bounds.max() + "): " + range;
    }
    if (low > high) {
      return "beginning of range (" + low + ") beyond end of range (" + high + "): " + range;
    }
    return step == 0 ? "step of range should be a positive number: " + range : "";
  }

  private static Number numberOrName(String text, Bounds bounds) {
    int index = bounds.names().indexOf(text.toLowerCase(Locale.ROOT));
    return index >= 0 ? new Number(bounds.min() + index, "") : number(text);
  }

  private static Number number(String text) {
    boolean signed = text.startsWith("+") || text.startsWith("-");
    String digits = signed ? text.substring(1) : text;
    boolean valid = !digits.isEmpty();
    for (int i = 0; i < digits.length(); i++) {
      valid &= Ascii.isDigit(digits.charAt(i));
    }
    if (!valid) {
      // Go reads from the left, and a number that is already too great ends it before the bad
      // character.
      return notANumber(text, overflows(digits) ? "value out of range" : "invalid syntax");
    }
    try {
      long value = Long.parseLong(text);
      return value < 0
          ? new Number(0, "negative number (" + value + ") not allowed: " + text)
          : new Number(value, "");
    } catch (NumberFormatException e) {
      return notANumber(text, "value out of range");
    }
  }

  private static boolean overflows(String digits) {
    int end = 0;
    while (end < digits.length() && Ascii.isDigit(digits.charAt(end))) {
      end++;
    }
    // Longer than 2^64 in decimal, so that no further digit matters.
    return end > 20 || (end == 20 && digits.compareTo("18446744073709551616") >= 0);
  }

  private static Number notANumber(String text, String why) {
    return new Number(
        0,
        "failed to parse int from "
            + text
            + ": strconv.Atoi: parsing "
            + GoText.quote(text)
            + ": "
            + why);
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>(2);
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == separator) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    return parts;
  }
}
