package dev.hopcheck.maven;

import dev.hopcheck.engine.LintResult;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.report.ReportFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.maven.plugin.logging.Log;

/** Shows the text report as lines of the build, each at the level of what it is about. */
final class BuildLines {
  private final Log log;
  private String opening = "";

  private BuildLines(Log log) {
    this.log = log;
  }

  /**
   * Writes the report. Modules may be built at the same time: one report is not mixed with another.
   */
  static void write(LintResult result, ReportFormat.Options options, Log log) {
    StringBuilder text = new StringBuilder();
    try {
      ReportFormat.TEXT.report(options).write(result, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    write(text, log);
  }

  /** Writes a text of paragraphs, the first line of each names its weight. */
  static void write(StringBuilder text, Log log) {
    BuildLines lines = new BuildLines(log);
    synchronized (BuildLines.class) {
      int start = 0;
      for (int end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
        lines.line(text.substring(start, end));
        start = end + 1;
      }
    }
  }

  /** The first line of a paragraph names its severity. */
  private void line(String line) {
    if (opening.isEmpty() || isVerdict(line)) {
      opening = line;
    }
    if (opens("problem")
        || opens("failed ")
        || opens(Severity.ERROR.word())
        || line.startsWith("incomplete")) {
      log.error(line);
    } else if (opens(Severity.WARNING.word()) || opens("unknown ")) {
      log.warn(line);
    } else {
      log.info(line);
    }
    if (line.isEmpty()) {
      opening = "";
    }
  }

  /** Expectations follow each other without an empty line. */
  private static boolean isVerdict(String line) {
    return line.startsWith("ok ") || line.startsWith("failed ") || line.startsWith("unknown ");
  }

  private boolean opens(String word) {
    return opening.startsWith(word);
  }
}
