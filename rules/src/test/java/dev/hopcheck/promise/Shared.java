package dev.hopcheck.promise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Data that lies beside the project and does not travel with it; tests without it are skipped. */
final class Shared {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Shared() {}

  /** A file or folder of the data; the test is skipped where it is absent. */
  static Path path(String first, String... more) {
    Path path = Path.of(System.getProperty("hopcheck.shared", "absent"), first).normalize();
    for (String name : more) {
      path = path.resolve(name);
    }
    Assumptions.assumeTrue(Files.exists(path), "the data set is not here");
    return path;
  }

  /** A file or folder of the project's own data. */
  static Path testdata(String name) {
    return Path.of(System.getProperty("hopcheck.testdata", "../testdata")).resolve(name);
  }

  /** The records of a packed file, one a line. */
  static List<JsonNode> rows(Path file) {
    List<JsonNode> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(JSON.readTree(line));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return rows;
  }

  /** The lines of a table without its head, split at tabs. */
  static List<List<String>> table(Path file) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : text(file).split("\n")) {
      rows.add(List.of(line.split("\t", -1)));
    }
    return rows.subList(1, rows.size());
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What lies in a folder, sorted by name. */
  static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** All manifests under a folder, sorted by name. */
  static List<Path> manifests(Path folder) {
    try (Stream<Path> entries = Files.walk(folder)) {
      return entries
          .filter(path -> path.toString().matches(".*\\.(yaml|yml|json)"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
