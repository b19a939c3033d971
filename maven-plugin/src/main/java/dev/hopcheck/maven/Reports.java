package dev.hopcheck.maven;

import dev.hopcheck.engine.AtomicFile;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;

/**
 * The reports that a build wants.
 *
 * @param folder where files go
 * @param forPeople how reports for people look
 */
record Reports(List<ReportFormat> formats, Path folder, ReportFormat.Options forPeople) {
  Reports {
    formats = List.copyOf(formats);
  }

  /** Reads the words of formats. */
  static Reports read(List<String> words, Path folder, ReportFormat.Options forPeople)
      throws UsageException {
    List<ReportFormat> formats = new ArrayList<>();
    for (String word : words) {
      ReportFormat format = ReportFormat.parse(word);
      if (format == null) {
        throw new UsageException("there is no format `" + word + "`; possible: " + all());
      }
      formats.add(format);
    }
    return new Reports(formats, folder, forPeople);
  }

  private static String all() {
    StringBuilder words = new StringBuilder();
    for (ReportFormat format : ReportFormat.values()) {
      words.append(words.length() == 0 ? "" : ", ").append(format.word());
    }
    return words.toString();
  }

  /** Whether one of them shows the networks of units. */
  boolean needNetworks() {
    for (ReportFormat format : formats) {
      if (format.needsNetworks()) {
        return true;
      }
    }
    return false;
  }

  /** Writes all files; a run whose report is missing is incomplete. */
  void write(LintResult result) throws MojoFailureException {
    for (ReportFormat format : formats) {
      Path file = folder.resolve("lint." + format.extension());
      try {
        StringBuilder text = new StringBuilder();
        format.report(forPeople).write(result, text);
        Files.createDirectories(folder);
        AtomicFile.report(file, text);
      } catch (IOException failed) {
        throw new MojoFailureException(
            "hopcheck: incomplete, the report "
                + file
                + " could not be written: "
                + AtomicFile.reason(failed),
            failed);
      }
    }
  }
}
