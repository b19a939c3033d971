package dev.hopcheck.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlLimits;
import dev.hopcheck.yaml.YamlReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Holds how far decoding agrees with the recorded answers of a real server. The record does not
 * travel with the project; the cases of {@link DecodingCasesTest} do.
 */
class DecodingOracleTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern UNKNOWN =
      Pattern.compile("unknown field \"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern FIELD = Pattern.compile("Go struct field \\w*\\.(\\S+) of type");

  /** Percent of documents with exactly the recorded answer; only ever rises. */
  private static final double FLOOR = 100;

  private final Decoder decoder = new Decoder(Schemas.of(KubernetesVersion.NEWEST));
  private int judged;
  private int agreed;

  @Test
  void agreesWithGeneratedDocuments() throws IOException {
    judge("apiserver.jsonl.gz");
    assertThat(judged).isGreaterThan(10_000);
    assertThat(100.0 * agreed / judged).isGreaterThanOrEqualTo(FLOOR);
  }

  @Test
  void agreesWithRealManifests() throws IOException {
    judge("corpus-verdicts.jsonl.gz");
    assertThat(judged).isGreaterThan(4_000);
    assertThat(100.0 * agreed / judged).isGreaterThanOrEqualTo(FLOOR);
  }

  private static Path shared() {
    return Path.of(System.getProperty("hopcheck.shared", ""));
  }

  private void judge(String name) throws IOException {
    Path record = shared().resolve("oracle").resolve(name);
    Assumptions.assumeTrue(Files.exists(record), "the record is not here");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(record)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        judge(JSON.readTree(line));
      }
    }
    System.out.println(name + ": " + agreed + " of " + judged + " documents agreed");
  }

  /**
   * Documents whose kind only the request's path told, and texts that are no YAML, say nothing
   * here.
   */
  private void judge(JsonNode row) throws IOException {
    JsonNode verdict = row.get("strict");
    int code = verdict.get("code").asInt();
    boolean judgeable = code == 201 || code == 422 || code == 400;
    YamlDocument document = row.has("note") || !judgeable ? null : document(row);
    if (document == null) {
      return;
    }
    String message = verdict.has("message") ? verdict.get("message").asString() : "";
    Set<String> found = new TreeSet<>();
    for (Finding finding : decoder.decode(document, document.root(), null).findings()) {
      Rejection rejection = finding.rejection();
      if (rejection != null) {
        found.add(rejection.reason().word() + " " + rejection.field());
      }
      for (Rejection consequence : finding.consequences()) {
        found.add(consequence.reason().word() + " " + consequence.field());
      }
    }
    judged++;
    boolean stopped = code == 400 && !message.contains("strict decoding error");
    if (stopped ? found.contains(stop(message)) : found.equals(unknown(code, message))) {
      agreed++;
    }
  }

  private static String stop(String message) {
    Matcher field = FIELD.matcher(message);
    return "Decoding " + (field.find() ? field.group(1) : "");
  }

  private static Set<String> unknown(int code, String message) {
    Set<String> fields = new TreeSet<>();
    Matcher field = UNKNOWN.matcher(code == 400 ? message : "");
    while (field.find()) {
      fields.add("UnknownField " + field.group(1).replace("\\\"", "\""));
    }
    return fields;
  }

  private static @Nullable YamlDocument document(JsonNode row) throws IOException {
    boolean generated = row.has("yaml");
    Path file = shared().resolve(generated ? "" : row.get("path").asString());
    if (!generated && !Files.exists(file)) {
      return null;
    }
    String text = generated ? row.get("yaml").asString() : Files.readString(file);
    int wanted = generated ? 0 : row.get("document").asInt();
    int index = 0;
    for (YamlDocument document :
        YamlReader.read(SourceFile.of("oracle.yaml", text), YamlLimits.DEFAULT).documents()) {
      if (document.root().isNull()) {
        continue;
      }
      if (index == wanted) {
        String kind = document.root().isMapping() ? kind(document) : "";
        return generated || kind.equals(row.get("kind").asString()) ? document : null;
      }
      index++;
    }
    return null;
  }

  private static String kind(YamlDocument document) {
    return document.root().get("kind") == null ? "" : document.root().get("kind").text();
  }
}
