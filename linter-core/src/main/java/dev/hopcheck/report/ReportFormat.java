package dev.hopcheck.report;

import dev.hopcheck.finding.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The formats in which a lint result can be written. */
public enum ReportFormat {
  /** For people, with source lines. */
  TEXT,
  /** For programs; a contract with a published schema. */
  JSON;

  /** The word that users write. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of that word; null for none. */
  public static @Nullable ReportFormat parse(String word) {
    for (ReportFormat format : values()) {
      if (format.word().equals(word)) {
        return format;
      }
    }
    return null;
  }

  /** The report of this format. */
  public LintReport report(Options options) {
    return switch (this) {
      case TEXT -> new TextReport(options);
      case JSON -> new JsonReport();
    };
  }

  /**
   * What users can choose about reports for people.
   *
   * @param show findings below are only counted
   * @param colour whether to use the terminal's colours
   * @param summary whether the closing lines are wanted
   */
  public record Options(Severity show, boolean colour, boolean summary) {
    /** Warnings and errors, without colour, with the summary. */
    public static final Options PLAIN = new Options(Severity.WARNING, false, true);
  }
}
