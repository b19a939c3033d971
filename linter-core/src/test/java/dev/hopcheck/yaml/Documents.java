package dev.hopcheck.yaml;

import dev.hopcheck.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Short ways to documents and tables of cases. */
final class Documents {
  private Documents() {}

  static YamlStream read(String text) {
    return YamlReader.read(SourceFile.of("test.yaml", text), YamlLimits.DEFAULT);
  }

  static YamlDocument one(String text) {
    YamlStream stream = read(text);
    if (stream.documents().size() != 1 || !stream.problems().isEmpty()) {
      throw new AssertionError(
          stream.documents().size() + " documents, " + stream.problems() + " in:\n" + text);
    }
    return stream.documents().get(0);
  }

  static Path testdata(String folder) {
    return Path.of(System.getProperty("hopcheck.testdata"), "yaml", folder);
  }

  /** Lines of a tab-separated table without its comment lines, split into so many cells. */
  static List<String[]> table(String name, int cells) {
    List<String[]> rows = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(testdata(name))) {
        if (!line.startsWith("#")) {
          String[] row = line.split("\t", -1);
          if (row.length != cells) {
            throw new AssertionError(name + ": " + line);
          }
          rows.add(row);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return rows;
  }
}
