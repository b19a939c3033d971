package dev.hopcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hopcheck.engine.Asking;
import dev.hopcheck.engine.Expectations;
import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.Question;
import dev.hopcheck.engine.Simulation;
import dev.hopcheck.engine.TestResult;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.engine.Verdict;
import dev.hopcheck.network.Resolution;
import dev.hopcheck.trace.Disposition;
import dev.hopcheck.trace.Fate;
import dev.hopcheck.trace.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract of the reports of commands that simulate. */
class SimulationReportsTest {
  private static final Path SLIDES =
      Path.of(System.getProperty("hopcheck.testdata", "../testdata"), "slides");

  private static final String MANIFESTS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop, labels: {app: web}}
      spec:
        containers: [{name: web, image: web, ports: [{containerPort: 8080}]}]
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec:
        selector: {app: web}
        ports: [{port: 80, targetPort: 8080, nodePort: 30080}]
        type: NodePort
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: api, namespace: shop}
      spec:
        selector: {app: wbe}
        ports: [{port: 80, name: http, targetPort: web}]
      """;

  private static final String FLOWS =
      """
      from pod/web to web:80 succeeds
      from outside to node:30080 succeeds
      from node node to web:80 fails
      from pod/web to api:80 succeeds
      from pod/web to "\u0007\u001b]]>&<:80" succeeds
      from pod/web to www.example.com:80 succeeds
      service api has endpoints
      form
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"routes", "resolve", "trace", "test", "lint"})
  void schemasAreThere(String name) throws IOException {
    assertThat(schemaText(name)).contains("urn:hopcheck:" + name + ":1");
    assertThat(errors(name, "{\"version\": 1}")).isNotEmpty();
  }

  @Test
  void schemasNameAllConstants() throws IOException {
    for (String name : List.of("trace", "test")) {
      JsonNode defs = JsonMapper.shared().readTree(schemaText(name)).get("$defs");
      assertThat(words(defs.at("/trace/properties/disposition/enum")))
          .isEqualTo(words(Disposition.values()));
      assertThat(words(defs.at("/step/properties/kind/enum"))).isEqualTo(words(Step.Kind.values()));
      Set<String> fates = new TreeSet<>();
      for (Fate fate : Fate.values()) {
        fates.add(fate.word());
      }
      assertThat(words(defs.at("/flow/properties/outcome/enum"))).isEqualTo(fates);
      Set<String> statuses = new TreeSet<>();
      for (Resolution.Status status : Resolution.Status.values()) {
        statuses.add(status.word());
      }
      assertThat(words(defs.at("/flow/properties/resolution/enum"))).isEqualTo(statuses);
    }
    assertThat(schemaText("test")).contains("\"ok\", \"failed\", \"unknown\"");
  }

  @Test
  void reportsKeepTheirContracts() throws IOException, UsageException {
    TestResult result = test();
    assertThat(result.count(Verdict.OK)).isEqualTo(2);
    assertThat(result.count(Verdict.FAILED)).isEqualTo(4);
    assertThat(result.count(Verdict.UNKNOWN)).isEqualTo(1);
    assertThat(result.problems()).hasSize(1);
    StringBuilder test = new StringBuilder();
    TestJson.write(result, test);
    assertThat(errors("test", test.toString())).isEmpty();

    Simulation simulation = Simulation.of(request(folder.toString()).build(), null, "IPv4,IPv6");
    StringBuilder routes = new StringBuilder();
    RoutesJson.write(simulation, routes);
    assertThat(errors("routes", routes.toString())).isEmpty();
    StringBuilder traces = new StringBuilder();
    TraceJson.write(
        new Asking(simulation, null, 4096).trace("pod/web", "api:80", null), simulation, traces);
    assertThat(errors("trace", traces.toString())).isEmpty();
    StringBuilder answers = new StringBuilder();
    AnswersJson.write(
        simulation.answers(
            List.of(new Question("api.shop.svc.cluster.local", "A"), new Question("a.b", "MX"))),
        simulation,
        answers);
    assertThat(errors("resolve", answers.toString())).isEmpty();
  }

  @Test
  void junitIsWellFormedWhateverWasWritten() throws Exception {
    StringBuilder text = new StringBuilder();
    TestJunit.write(test(), false, text);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(text.toString())));
    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(8);
    assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(4);
    assertThat(document.getElementsByTagName("error").getLength()).isEqualTo(2);
    StringBuilder allowed = new StringBuilder();
    TestJunit.write(test(), true, allowed);
    assertThat(allowed.toString()).contains("<skipped message=\"unknown: whether");
  }

  /** What the slides say of the network holds. */
  @Test
  void slidesHold() throws UsageException {
    TestResult result = Expectations.check(request(SLIDES.toString()).build(), null, null);
    List<String> wrong = new ArrayList<>();
    for (TestResult.Checked checked : result.checked()) {
      if (checked.verdict() != Verdict.OK) {
        wrong.add(checked.stated().text() + ": " + checked.message());
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(result.problems()).isEmpty();
    assertThat(result.checked()).hasSizeGreaterThan(25);
    assertThat(result.files()).hasSize(6);
  }

  private TestResult test() throws UsageException {
    try {
      Files.writeString(folder.resolve("app.yaml"), MANIFESTS);
      Files.writeString(folder.resolve("net.flows"), FLOWS);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
    return Expectations.check(request(folder.toString()).build(), null, null);
  }

  private static LintRequest.Builder request(String path) {
    return LintRequest.of(List.of(path));
  }

  private static List<?> errors(String name, String json) throws IOException {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    Schema schema = registry.getSchema(schemaText(name));
    return schema.validate(JsonMapper.shared().readTree(json));
  }

  private static String schemaText(String name) throws IOException {
    try (InputStream stream = TraceJson.class.getResourceAsStream(name + ".schema.json")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Set<String> words(JsonNode list) {
    Set<String> words = new TreeSet<>();
    list.forEach(word -> words.add(word.asString()));
    return words;
  }

  private static Set<String> words(Enum<?>[] constants) {
    Set<String> words = new TreeSet<>();
    Stream.of(constants)
        .forEach(one -> words.add(one.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    return words;
  }
}
