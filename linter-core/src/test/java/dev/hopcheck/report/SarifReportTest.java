package dev.hopcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Silenced;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SARIF as the official schema wants it, with URIs that any reader resolves to the right file. */
class SarifReportTest {
  private static JsonNode report(LintResult result) throws Exception {
    JsonNode report = JsonMapper.shared().readTree(Reported.write(ReportFormat.SARIF, result));
    assertThat(errors(report)).isEmpty();
    return report.get("runs").get(0);
  }

  private static List<Error> errors(JsonNode report) throws Exception {
    try (InputStream stream =
        SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
      Schema schema = registry.getSchema(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      return schema.validate(
          report,
          context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
  }

  @Test
  void theSchemaRefusesWhatIsNoSarif() throws Exception {
    assertThat(errors(JsonMapper.shared().readTree("{\"version\": \"2.1.0\"}"))).isNotEmpty();
    assertThat(
            errors(
                JsonMapper.shared()
                    .readTree(
                        "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"x\","
                            + "\"informationUri\":\"no uri\"}}}]}")))
        .isNotEmpty();
  }

  @Test
  void tellsAllThatThereIs() throws Exception {
    JsonNode run =
        report(
            Reported.lint(Reported.file("./k8s/a.yaml", "web"), SourceFile.of("empty.yaml", "")));
    assertThat(run.get("results")).hasSizeGreaterThan(1);
    for (JsonNode result : run.get("results")) {
      int index = result.get("ruleIndex").asInt();
      assertThat(run.get("tool").get("driver").get("rules").get(index).get("id"))
          .isEqualTo(result.get("ruleId"));
      assertThat(uri(result)).isEqualTo("k8s/a.yaml");
    }
    JsonNode silenced = run.get("results").get(run.get("results").size() - 1);
    assertThat(silenced.get("suppressions").get(0).get("justification").asString())
        .isEqualTo("web");
    assertThat(silenced.get("suppressions").get(0).get("properties").get("until").asString())
        .isEqualTo("2027-01-31");
    JsonNode invocation = run.get("invocations").get(0);
    assertThat(invocation.get("exitCode").asInt()).isEqualTo(2);
    assertThat(invocation.get("executionSuccessful").asBoolean()).isFalse();
    assertThat(invocation.get("toolExecutionNotifications")).hasSize(1);
    assertThat(run.get("properties").get("skipped")).hasSize(1);
    assertThat(run.get("properties").get("notValidated")).hasSize(1);
  }

  @Test
  void robustness82UrisAreRelativeAndHoldNoDots() throws Exception {
    JsonNode run = report(Reported.hostile());
    List<String> places = new ArrayList<>();
    for (JsonNode result : run.get("results")) {
      String uri = uri(result);
      String base = location(result).get("artifactLocation").get("uriBaseId").asString();
      assertThat(uri).matches("[A-Za-z0-9._~/%-]+").doesNotContain("..").doesNotStartWith("/");
      assertThat(URI.create(uri).isAbsolute()).isFalse();
      assertThat(run.get("originalUriBaseIds").has(base)).isTrue();
      if (!places.contains(base + " " + uri)) {
        places.add(base + " " + uri);
      }
    }
    assertThat(places)
        .contains("PARENT2 above/x.yaml", "SRCROOT k8s/x.yaml", "FILESYSTEM x.yaml")
        .anyMatch(place -> place.startsWith("SRCROOT a%20b%23%25%3F%3A%2C%7C%60"));
  }

  @Test
  void robustness82UrisHoldTheBytesOfTheDisk(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("n\u00e9 1.yaml");
    Files.writeString(file, "");
    SourceFile shown = SourceFile.of("n\\xC3\\xA9 1.yaml", file, new byte[0]);
    LintResult result = Reported.lint().withFindings(List.of(finding(shown, "x")));
    assertThat(uri(report(result).get("results").get(0))).isEqualTo("n%C3%A9%201.yaml");
  }

  @Test
  void robustness82TextsMakeNoLinksAndNoPlacesForArguments() throws Exception {
    SourceFile file = SourceFile.of("a.yaml", "x");
    assertThat(message(finding(file, "a [b](http://x) \\](y) {U+1} {x}")))
        .isEqualTo("a [b\\](http://x) \\\\\\](y) {U+1} {x}");
    assertThat(message(finding(file, "a {0} {b}"))).isEqualTo("a {{0}} {{b}}");
    assertThat(message(finding(file, "a\n\u202e"))).isEqualTo("a{U+000A}{U+202E}");
  }

  @Test
  void robustness82AtMostSoManyResults() throws Exception {
    SourceFile file = SourceFile.of("a.yaml", "x");
    Finding finding = finding(file, "x");
    LintResult few = Reported.lint(SourceFile.of("b.yaml", ""));
    LintResult many =
        new LintResult(
            Collections.nCopies(24_999, finding),
            few.problems(),
            few.skipped(),
            few.notValidated(),
            few.suppressions(),
            Collections.nCopies(3, new Silenced(finding, "why", null)),
            few.kustomized(),
            few.analysed(),
            few.accounting(),
            few.counts(),
            3,
            0,
            null,
            few.adopted(),
            few.templates(),
            few.units(),
            few.unitsLeft(),
            few.exit());
    JsonNode run =
        JsonMapper.shared().readTree(Reported.write(ReportFormat.SARIF, many)).get("runs").get(0);
    assertThat(run.get("results")).hasSize(25_000);
    assertThat(
            run.get("invocations")
                .get(0)
                .get("toolExecutionNotifications")
                .get(0)
                .get("message")
                .get("text")
                .asString())
        .startsWith("2 more results are left out");
  }

  private static Finding finding(SourceFile file, String headline) {
    return Finding.of(
            new RuleId("a-rule"), Severity.ERROR, headline, new Location(file, new Span(0, 0)))
        .build();
  }

  private static String message(Finding finding) throws Exception {
    LintResult result = Reported.lint().withFindings(List.of(finding));
    return report(result).get("results").get(0).get("message").get("text").asString();
  }

  private static JsonNode location(JsonNode result) {
    return result.get("locations").get(0).get("physicalLocation");
  }

  private static String uri(JsonNode result) {
    return location(result).get("artifactLocation").get("uri").asString();
  }
}
