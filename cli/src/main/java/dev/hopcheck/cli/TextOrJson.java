package dev.hopcheck.cli;

import dev.hopcheck.engine.AtomicFile;
import dev.hopcheck.engine.ExitCode;
import dev.hopcheck.engine.UsageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report of a command that simulates.
 *
 * @param format the word that the user wrote
 * @param file where to; null for standard output
 */
record TextOrJson(String format, @Nullable String file) {
  /** Writes one format. */
  @FunctionalInterface
  interface Writer {
    void write(Appendable out) throws IOException;
  }

  /** Reads {@code FORMAT[=FILE]} texts; text on standard output where there is none. */
  static List<TextOrJson> read(String @Nullable [] texts, List<String> formats)
      throws UsageException {
    if (texts == null) {
      return List.of(new TextOrJson("text", null));
    }
    List<TextOrJson> all = new ArrayList<>(texts.length);
    for (String text : texts) {
      int equals = text.indexOf('=');
      String word = equals < 0 ? text : text.substring(0, equals);
      if (!formats.contains(word)) {
        throw new UsageException(
            "there is no format `" + word + "` here; possible: " + String.join(", ", formats));
      }
      all.add(new TextOrJson(word, equals < 0 ? null : text.substring(equals + 1)));
    }
    return all;
  }

  /** Writes to where it belongs; an exit of incomplete where that fails. */
  ExitCode write(Writer writer, ExitCode exit, Streams streams) throws IOException {
    if (file == null) {
      writer.write(streams.out());
      return exit;
    }
    StringBuilder text = new StringBuilder();
    writer.write(text);
    try {
      AtomicFile.report(streams.folder().resolve(file), text);
      return exit;
    } catch (IOException failed) {
      streams
          .err()
          .line(
              "hopcheck: report `" + file + "` could not be written: " + AtomicFile.reason(failed));
      return exit.unwritten();
    }
  }
}
