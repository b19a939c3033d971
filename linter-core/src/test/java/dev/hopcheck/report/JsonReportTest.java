package dev.hopcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Linter;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract of JSON reports: the published schema, and texts that come back as they were. */
class JsonReportTest {
  private static LintResult lint(SourceFile... files) {
    return new Linter(Catalogue.of()).lint(LintRequest.ofTexts(List.of(files)).build());
  }

  private static String json(LintResult result) throws IOException {
    StringBuilder text = new StringBuilder();
    new JsonReport().write(result, text);
    return text.toString();
  }

  private static List<Error> errors(JsonNode report) throws IOException {
    try (InputStream stream = JsonReport.class.getResourceAsStream("lint.schema.json")) {
      SchemaRegistry registry =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
      Schema schema = registry.getSchema(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      return schema.validate(report);
    }
  }

  private static final SourceFile SERVICE =
      SourceFile.of(
          "a \u2028\"\\\u001b.yaml",
          """
          apiVersion: v1
          kind: Service
          metadata:
            name: "Bad \\u2028 \\" name"
          spec:
            type: NodePort
            ports:
              - port: 80 # hopcheck: ignore wrong-type -- for a test
              - port: 99999
          ---
          apiVersion: example.com/v1
          kind: Thing
          metadata: {name: x}
          ---
          a: [
          """);

  @Test
  void reportsKeepTheirContract() throws IOException {
    String text = json(lint(SERVICE, SourceFile.of("empty.yaml", "")));
    JsonNode report = JsonMapper.shared().readTree(text);
    assertThat(errors(report)).isEmpty();
    assertThat(report.get("findings")).hasSizeGreaterThan(1);
    assertThat(report.get("problems")).hasSize(1);
    assertThat(report.get("skipped")).hasSize(1);
    assertThat(report.get("notValidated")).hasSize(1);
    assertThat(report.get("suppressions")).hasSize(1);
  }

  @Test
  void theSchemaRefusesWhatIsNoReport() throws IOException {
    assertThat(errors(JsonMapper.shared().readTree("{\"version\": 1}"))).isNotEmpty();
  }

  @Test
  void robustness83TextsComeBackAsTheyWere() throws IOException {
    JsonNode report = JsonMapper.shared().readTree(json(lint(SERVICE)));
    JsonNode finding = report.get("findings").get(0);
    assertThat(finding.get("file").asString()).isEqualTo(SERVICE.name());
    assertThat(finding.get("resource").get("name").asString()).isEqualTo("Bad \u2028 \" name");
  }

  @Test
  void robustness83HalfAPairIsEscaped() throws IOException {
    SourceFile file = SourceFile.of("a\uD800\"b\uD83D\uDE00.yaml", "a: [\n");
    String text = json(lint(file));
    assertThat(text).contains("a\\ud800\\u0022b");
    assertThat(JsonMapper.shared().readTree(text).get("problems").get(0).get("file").asString())
        .isEqualTo(file.name());
  }

  @Test
  void anEmptyReportKeepsItsContract() throws IOException {
    JsonNode report = JsonMapper.shared().readTree(json(lint()));
    assertThat(errors(report)).isEmpty();
  }
}
