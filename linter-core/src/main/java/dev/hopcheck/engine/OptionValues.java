package dev.hopcheck.engine;

import dev.hopcheck.cluster.Units;
import dev.hopcheck.config.Limit;
import dev.hopcheck.config.Limits;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.schema.KubernetesVersion;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of options as all shells understand them. */
public final class OptionValues {
  private OptionValues() {}

  /** A severity. */
  public static Severity severity(String option, String word) throws UsageException {
    for (Severity severity : Severity.values()) {
      if (severity.word().equals(word)) {
        return severity;
      }
    }
    throw unknown(option, word, "error, warning, info");
  }

  /** A threshold; null for {@code never}. */
  public static @Nullable Severity failOn(String word) throws UsageException {
    if (word.equals("never")) {
      return null;
    }
    for (Severity severity : Severity.values()) {
      if (severity.word().equals(word)) {
        return severity;
      }
    }
    throw unknown("--fail-on", word, "error, warning, info, never");
  }

  static Units.Mode unit(String word) throws UsageException {
    for (Units.Mode mode : Units.Mode.values()) {
      if (mode.name().toLowerCase(Locale.ROOT).equals(word)) {
        return mode;
      }
    }
    throw unknown("--unit", word, "folder, file, all");
  }

  static KubernetesVersion version(String text) throws UsageException {
    KubernetesVersion version = KubernetesVersion.parse(text);
    if (version == null) {
      throw unknown(
          "--kubernetes-version",
          text,
          KubernetesVersion.OLDEST + " to " + KubernetesVersion.NEWEST);
    }
    return version;
  }

  static LocalDate date(String text) throws UsageException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noDate) {
      throw unknown("--today", text, "a date such as 2027-01-31");
    }
  }

  /** A whole number of at least 1. */
  public static int number(String option, String text) throws UsageException {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      throw unknown(option, text, "a whole number from 1");
    }
    throw unknown(option, text, "a whole number from 1");
  }

  /** These limits with one more that is given as {@code NAME=VALUE}. */
  static Limits limit(String text, Limits others) throws UsageException {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    Limit limit = Limit.of(name);
    if (limit == null) {
      throw unknown("--limit", name, Limit.words());
    }
    return limit("--limit " + name, limit, equals < 0 ? "" : text.substring(equals + 1), others);
  }

  /** These limits with one more that an option gives. */
  static Limits limit(String option, Limit limit, String text, Limits others)
      throws UsageException {
    long value = limit.read(text);
    if (value == 0) {
      throw unknown(option, text, limit.range());
    }
    return others.with(limit, value);
  }

  private static UsageException unknown(String option, String word, String allowed) {
    return new UsageException(option + " is not `" + word + "`; possible: " + allowed);
  }
}
