package dev.hopcheck.cli;

import dev.hopcheck.engine.UsageException;
import dev.hopcheck.report.ReportFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report that the user wants.
 *
 * @param file where to; null for standard output
 */
record Destination(ReportFormat format, @Nullable String file) {
  /** Reads {@code FORMAT[=FILE]} texts; text on standard output where there is none. */
  static List<Destination> read(String @Nullable [] texts) throws UsageException {
    if (texts == null) {
      return List.of(new Destination(ReportFormat.TEXT, null));
    }
    List<Destination> all = new ArrayList<>(texts.length);
    boolean standard = false;
    for (String text : texts) {
      int equals = text.indexOf('=');
      String word = equals < 0 ? text : text.substring(0, equals);
      String file = equals < 0 ? null : text.substring(equals + 1);
      ReportFormat format = ReportFormat.parse(word);
      if (format == null) {
        throw new UsageException("there is no format `" + word + "`; possible: " + words());
      }
      if (file != null && file.isEmpty()) {
        throw new UsageException("--format " + word + "= needs the name of a file");
      }
      if (file == null && standard) {
        throw new UsageException(
            "two reports for standard output; write one to a file with --format " + word + "=FILE");
      }
      standard |= file == null;
      all.add(new Destination(format, file));
    }
    return all;
  }

  private static String words() {
    StringBuilder words = new StringBuilder();
    for (ReportFormat format : ReportFormat.values()) {
      words.append(words.length() == 0 ? "" : ", ").append(format.word());
    }
    return words.toString();
  }
}
