package dev.hopcheck.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.schema.KubernetesVersion;
import dev.hopcheck.schema.Schemas;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlLimits;
import dev.hopcheck.yaml.YamlReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Holds how far validation agrees with the recorded answers of a real server, once decoding has
 * dropped unknown fields and doubled keys. The record does not travel with the project; the cases
 * of {@link AdmissionCasesTest} do.
 */
class AdmissionOracleTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ACCEPTED = 201;
  private static final int INVALID = 422;

  /** What is known of the recorded server, see the record's own description. */
  private static final ServerFacts FACTS =
      new ServerFacts(KubernetesVersion.NEWEST, 30000, 32767, true, true, "10.96.0.0/16");

  private final Schemas schemas = Schemas.of(KubernetesVersion.NEWEST);
  private final Admission admission = new Admission(FACTS);

  @Test
  void agreesWithGeneratedDocuments() {
    Score score = new Score();
    for (JsonNode row : rows("apiserver.jsonl.gz")) {
      if (!row.has("note")) {
        judge(row, row.get("yaml").asString(), 0, score);
      }
    }
    score.print("generated documents");
    assertThat(score.judged()).isGreaterThan(8000);
    assertThat(score.verdicts()).as("percent of equal verdicts").isEqualTo(100.0);
    assertThat(score.causes()).as("percent of equal causes").isEqualTo(100.0);
  }

  @Test
  void agreesWithRealManifests() {
    Score score = new Score();
    for (JsonNode row : rows("corpus-verdicts.jsonl.gz")) {
      Path file = shared().resolve(row.get("path").asString());
      boolean artefact = row.has("artefact") && row.get("artefact").asBoolean();
      if (!artefact && Files.exists(file)) {
        judge(row, read(file), row.get("document").asInt(), score);
      }
    }
    score.print("real manifests");
    assertThat(score.judged()).isGreaterThan(4000);
    assertThat(score.verdicts()).as("percent of equal verdicts").isEqualTo(100.0);
    assertThat(score.causes()).as("percent of equal causes").isEqualTo(100.0);
  }

  private void judge(JsonNode row, String text, int index, Score score) {
    JsonNode verdict = row.get("lenient");
    int code = verdict.get("code").asInt();
    if (code != ACCEPTED && code != INVALID) {
      return;
    }
    ApiObject object = object(text, index);
    boolean same = object != null && object.kind().equals(row.get("kind").asString());
    if (!same || !Admission.knows(object.apiVersion(), object.kind())) {
      return;
    }
    TreeSet<String> wanted = new TreeSet<>();
    for (JsonNode cause : verdict.get("causes")) {
      wanted.add(cause.get("reason").asString() + " " + cause.get("field").asString());
    }
    score.add(object.kind(), wanted, found(object));
  }

  private TreeSet<String> found(ApiObject object) {
    TreeSet<String> found = new TreeSet<>();
    for (Finding finding : admission.admit(object, List.of())) {
      found.add(words(finding.rejection()));
      for (Rejection consequence : finding.consequences()) {
        found.add(words(consequence));
      }
    }
    return found;
  }

  private static String words(Rejection rejection) {
    return rejection.reason().word() + " " + rejection.field();
  }

  /**
   * The object of that document, empty documents not counted; null where there is no single one.
   */
  private ApiObject object(String text, int index) {
    List<YamlDocument> documents = new ArrayList<>();
    for (YamlDocument document :
        YamlReader.read(SourceFile.of("oracle.yaml", text), YamlLimits.DEFAULT).documents()) {
      if (!document.root().isNull()) {
        documents.add(document);
      }
    }
    if (index >= documents.size()) {
      return null;
    }
    List<ApiObject> objects = ApiObjects.in(documents.get(index), schemas);
    return objects.size() == 1 ? objects.get(0) : null;
  }

  private static Path shared() {
    return Path.of(System.getProperty("hopcheck.shared", ""));
  }

  private static List<JsonNode> rows(String name) {
    Path path = shared().resolve("oracle").resolve(name);
    Assumptions.assumeTrue(Files.exists(path), "the record is not here");
    List<JsonNode> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(JSON.readTree(line));
      }
      return rows;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** How many documents of each kind were judged, with the same verdict, with the same causes. */
  private static final class Score {
    private final Map<String, int[]> byKind = new TreeMap<>();

    void add(String kind, TreeSet<String> wanted, TreeSet<String> found) {
      int[] counts = byKind.computeIfAbsent(kind, unseen -> new int[3]);
      counts[0]++;
      counts[1] += wanted.isEmpty() == found.isEmpty() ? 1 : 0;
      counts[2] += wanted.equals(found) ? 1 : 0;
    }

    int judged() {
      return sum(0);
    }

    double verdicts() {
      return 100.0 * sum(1) / sum(0);
    }

    double causes() {
      return 100.0 * sum(2) / sum(0);
    }

    private int sum(int column) {
      int sum = 0;
      for (int[] counts : byKind.values()) {
        sum += counts[column];
      }
      return sum;
    }

    void print(String what) {
      StringBuilder text = new StringBuilder();
      byKind.forEach(
          (kind, counts) -> {
            if (counts[2] < counts[0]) {
              text.append(" ").append(kind).append(' ').append(counts[2]).append('/');
              text.append(counts[0]);
            }
          });
      System.out.println(
          what + ": verdicts " + sum(1) + ", causes " + sum(2) + " of " + judged() + text);
    }
  }
}
