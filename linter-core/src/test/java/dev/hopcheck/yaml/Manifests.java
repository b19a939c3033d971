package dev.hopcheck.yaml;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts to read: our own test data, and what is shared beside the project where it is there. */
final class Manifests {
  private Manifests() {}

  static List<String> own() throws IOException {
    return below(Path.of(System.getProperty("hopcheck.testdata")));
  }

  static List<String> real() throws IOException {
    Path corpus = Path.of(System.getProperty("hopcheck.shared", ""), "corpus");
    return Files.exists(corpus) ? below(corpus) : List.of();
  }

  /** One of four documents that a real server was asked about, in every style. */
  static List<String> recorded() throws IOException {
    Path record =
        Path.of(System.getProperty("hopcheck.shared", ""), "oracle", "apiserver.jsonl.gz");
    List<String> texts = new ArrayList<>();
    if (!Files.exists(record)) {
      return texts;
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(record)), StandardCharsets.UTF_8))) {
      JsonMapper mapper = JsonMapper.shared();
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode row = number++ % 4 == 0 ? mapper.readTree(line) : mapper.nullNode();
        if (row.has("yaml")) {
          texts.add(row.get("yaml").asString());
        }
      }
    }
    return texts;
  }

  private static List<String> below(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> walked = Files.walk(folder)) {
      files = walked.filter(Files::isRegularFile).filter(Manifests::isManifest).sorted().toList();
    }
    for (Path file : files) {
      texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }
    return texts;
  }

  private static boolean isManifest(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }
}
