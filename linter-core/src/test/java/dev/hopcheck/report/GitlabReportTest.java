package dev.hopcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.source.SourceFile;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GitLab's code quality: what its documentation asks of a report, as a schema of our own. */
class GitlabReportTest {
  private static final String DOCUMENTED =
      """
      {"type": "array", "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
          "description": {"type": "string", "minLength": 1},
          "check_name": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
          "fingerprint": {"type": "string", "minLength": 1},
          "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
          "location": {
            "type": "object",
            "required": ["path", "lines"],
            "properties": {
              "path": {"type": "string", "not": {"pattern": "^\\\\./"}},
              "lines": {
                "type": "object",
                "required": ["begin"],
                "properties": {"begin": {"type": "integer", "minimum": 1}}}}}}}}
      """;

  private static JsonNode report(LintResult result) throws Exception {
    JsonNode report = JsonMapper.shared().readTree(Reported.write(ReportFormat.GITLAB, result));
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(DOCUMENTED);
    assertThat(schema.validate(report)).isEmpty();
    Set<String> fingerprints = new HashSet<>();
    for (JsonNode issue : report) {
      assertThat(fingerprints.add(issue.get("fingerprint").asString())).isTrue();
    }
    return report;
  }

  @Test
  void listsFindingsAndWhatIsNotClean() throws Exception {
    JsonNode report = report(Reported.lint(Reported.file("./k8s/a.yaml", "web")));
    Set<String> seen = new HashSet<>();
    for (JsonNode issue : report) {
      seen.add(issue.get("severity").asString() + " " + issue.get("check_name").asString());
    }
    assertThat(seen)
        .contains(
            "critical unknown-field",
            "info node-port-out-of-range",
            "blocker yaml-syntax",
            "info not-validated");
    assertThat(report.get(0).get("location").get("path").asString()).isEqualTo("k8s/a.yaml");
  }

  @Test
  void hostileNamesComeBackAsTheyWere() throws Exception {
    boolean found = false;
    for (JsonNode issue : report(Reported.hostile())) {
      found |= issue.get("location").get("path").asString().equals(Reported.HOSTILE_NAME);
    }
    assertThat(found).isTrue();
  }

  @Test
  void brokenDocumentsOfOneFileAreTold() throws Exception {
    JsonNode report = report(Reported.lint(SourceFile.of("a.yaml", "a: [\n---\nb: ]\n")));
    assertThat(report).hasSize(2);
  }

  @Test
  void nothingIsAnEmptyList() throws Exception {
    JsonNode report =
        report(
            Reported.lint(
                SourceFile.of("a.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}")));
    assertThat(report.isArray()).isTrue();
    assertThat(report).isEmpty();
  }
}
