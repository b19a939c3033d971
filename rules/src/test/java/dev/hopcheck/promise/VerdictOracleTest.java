package dev.hopcheck.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Linter;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Hopcheck says of a manifest what a real API server said, through the whole engine. */
class VerdictOracleTest {
  /** Documents linted at a time: as many as keep the memory of a small machine free. */
  private static final int BATCH = 1000;

  private final Linter linter = Linter.installed();

  @Test
  void agreesWithGeneratedDocuments() throws UsageException {
    List<JsonNode> rows = Shared.rows(Shared.path("oracle", "apiserver.jsonl.gz"));
    VerdictScore score = new VerdictScore();
    for (int from = 0; from < rows.size(); from += BATCH) {
      batch(rows.subList(from, Math.min(rows.size(), from + BATCH)), score);
    }
    System.out.println(score.summary("generated documents"));
    assertThat(score.scored()).isGreaterThan(11_000);
    assertThat(score.rejectedByUsAlone()).as("refused though the server takes it").isZero();
    assertThat(score.verdicts()).as("percent of equal verdicts").isGreaterThanOrEqualTo(99.9);
    assertThat(score.causes()).as("percent of equal causes").isGreaterThanOrEqualTo(99.96);
  }

  private void batch(List<JsonNode> rows, VerdictScore score) throws UsageException {
    List<SourceFile> files = new ArrayList<>();
    for (JsonNode row : rows) {
      files.add(SourceFile.of(row.get("id").asString() + ".yaml", row.get("yaml").asString()));
    }
    Map<Verdict.Place, Verdict> verdicts =
        Verdict.of(linter.lint(LintRequest.ofTexts(files).unit("file").build()));
    for (JsonNode row : rows) {
      RecordedVerdict recorded = RecordedVerdict.of(row);
      if (recorded != null) {
        String id = row.get("id").asString();
        // Of several documents in one text only the first counts, as for the server.
        score.add(
            id,
            row.path("kind").asString(""),
            recorded,
            verdicts.get(new Verdict.Place(id + ".yaml", 0)),
            0);
      }
    }
  }

  @Test
  void agreesOnRealManifests() {
    Path shared = Shared.path("corpus").getParent();
    List<JsonNode> rows = Shared.rows(Shared.path("oracle", "corpus-verdicts.jsonl.gz"));
    Set<String> folders = new LinkedHashSet<>();
    for (JsonNode row : rows) {
      String path = row.get("path").asString();
      folders.add(path.substring(0, path.indexOf('/', path.indexOf('/') + 1)));
    }
    LintResult result = linter.lint(LintRequest.of(List.copyOf(folders)).base(shared).build());
    Map<Verdict.Place, Verdict> verdicts = Verdict.of(result);
    Set<Verdict.Place> accepted = new LinkedHashSet<>();
    VerdictScore score = new VerdictScore();
    for (JsonNode row : rows) {
      RecordedVerdict recorded = RecordedVerdict.of(row);
      if (recorded != null) {
        Verdict.Place place =
            new Verdict.Place(row.get("path").asString(), row.get("document").asInt());
        int before = row.get("line").asInt() - 1;
        score.add(
            place.toString(), row.path("kind").asString(""), recorded, verdicts.get(place), before);
        if (!recorded.rejected()) {
          accepted.add(place);
        }
      }
    }
    System.out.println(score.summary("real manifests"));
    assertThat(score.scored()).isGreaterThan(4000);
    assertThat(score.verdicts()).as("percent of equal verdicts").isEqualTo(100.0);
    assertThat(score.causes()).as("percent of equal causes").isEqualTo(100.0);
    assertThat(falseRejections(result, accepted)).isEmpty();
  }

  /** Errors and warnings that claim a rejection of what the server took. */
  private static List<Finding> falseRejections(LintResult result, Set<Verdict.Place> accepted) {
    List<Finding> wrong = new ArrayList<>();
    for (Finding finding : result.findings()) {
      Verdict.Place place = new Verdict.Place(finding.location().file().name(), finding.document());
      if (finding.rejection() != null
          && finding.severity() != Severity.INFO
          && accepted.contains(place)) {
        wrong.add(finding);
      }
    }
    return wrong;
  }
}
