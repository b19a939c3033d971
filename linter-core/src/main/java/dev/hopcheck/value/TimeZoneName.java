package dev.hopcheck.value;

import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The name of a time zone in the IANA database, case-sensitive, as a CronJob's {@code timeZone}
 * takes it.
 *
 * <p>Source: the recorded server's words; the names are those of the JDK's copy of the database.
 */
public final class TimeZoneName {
  /** Longest part between slashes that the server looks up. */
  private static final int MAX_PART = 14;

  /**
   * Names of the database that some JDKs leave out, abbreviations or newer zones, and those Go
   * adds.
   */
  private static final Set<String> EXTRA =
      Set.of(
          "EST",
          "MST",
          "HST",
          "ROC",
          "GMT+0",
          "GMT-0",
          "America/Coyhaique",
          "Factory",
          "Local",
          "");

  private TimeZoneName() {}

  /** Returns what the server says about the name; empty when it is accepted. */
  public static List<String> errors(String name) {
    if (name.isEmpty()) {
      return List.of("timeZone must be nil or non-empty string");
    }
    if (!isShaped(name)) {
      return List.of(unknown(name));
    }
    List<String> errors = new ArrayList<>(0);
    if (name.equalsIgnoreCase("Local")) {
      errors.add(
          "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones");
    }
    if (!exists(name)) {
      errors.add(unknown(name));
    }
    return List.copyOf(errors);
  }

  static String unknown(String name) {
    return "unknown time zone " + name;
  }

  /** Says whether Go finds the zone, {@code Local} and the empty name (UTC) included. */
  static boolean exists(String name) {
    return EXTRA.contains(name)
        || (!name.startsWith("SystemV/") && ZoneRulesProvider.getAvailableZoneIds().contains(name));
  }

  private static boolean isShaped(String name) {
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || name.charAt(i) == '/') {
        if (!isPart(name, start, i)) {
          return false;
        }
        start = i + 1;
      } else if (!Ascii.isLetterOrDigit(name.charAt(i)) && "._-+".indexOf(name.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPart(String name, int start, int end) {
    int length = end - start;
    boolean dots =
        (length == 1 || length == 2) && name.charAt(start) == '.' && name.charAt(end - 1) == '.';
    return length >= 1 && length <= MAX_PART && name.charAt(start) != '-' && !dots;
  }
}
