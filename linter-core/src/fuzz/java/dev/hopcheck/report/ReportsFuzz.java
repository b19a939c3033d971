package dev.hopcheck.report;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Linter;
import dev.hopcheck.engine.Simulation;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.fuzz.Claims;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

/** Whatever names, values and messages are, parsers of other people read each format as meant. */
class ReportsFuzz {
  private static final Linter LINTER = new Linter(Catalogue.of());

  /** Text in all places where a manifest may say what it likes. */
  private static final String MANIFEST =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: "TEXT", namespace: "TEXT", labels: {"TEXT": "TEXT"}}
      spec:
        "TEXT": 1
        type: "TEXT"
        ports:
          - {port: 99999, name: "TEXT"}
          - port: 80
            nodePort: 99 # hopcheck: ignore node-port-out-of-range until 2027-01-31 -- LINE
      ---
      apiVersion: example.com/v1
      kind: "TEXT"
      metadata: {name: x}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: "TEXT"}
      spec: {type: ExternalName, externalName: "TEXT"}
      ---
      a: [ TEXT
      """;

  static Stream<byte[]> seeds() {
    return Stream.of(
            "a b#%?:,|`*_<b>@team ![i](http://x.example)\n::error::",
            "\u001b[31m\u202e\uFFFE]]>&amp;\u00e9\u0000\u0085\u2028",
            "\"'\\/%0A##[error] #12 https://x.example @a/b",
            "- a\n# b\n> c\n| d |\n|---|\n```\n~~~\n<!-- x --><script>",
            "%%{init: {}}%% click a \"b\"; end",
            "\uD834\uDD1E$\\u{1F600}{{x}}${x}%n{}")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @DictionaryEntries(
      value = {
        "::error::",
        "##[",
        "]]>",
        "<!--",
        "```",
        "![",
        "](",
        "https://",
        "www.",
        "@a",
        "#1",
        "|",
        "%0A",
        "\\x22",
        "\\\\",
        "\\x1B[",
        "\\xE2\\x80\\xAE",
        "\\xEF\\xBF\\xBE",
        "\\xE2\\x80\\xA8",
        "&lt;",
        "<b>",
        "***",
        "\\x0A# "
      })
  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10m")
  void readBack(byte[] bytes) throws Exception {
    String text = new String(bytes, StandardCharsets.UTF_8);
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    String line = text.replace('\n', ' ').replace('\r', ' ');
    String manifest = MANIFEST.replace("TEXT", escaped).replace("LINE", line);
    LintRequest request =
        LintRequest.ofTexts(List.of(SourceFile.of(text, manifest))).today("2026-12-24").build();
    LintResult result = LINTER.lint(request);
    List<Finding> all = new ArrayList<>(result.findings());
    all.addAll(withTexts(result.findings(), text));
    read(result.withFindings(all));
    draw(Simulation.of(request, null, null));
  }

  private static List<Finding> withTexts(List<Finding> findings, String text) {
    List<Finding> changed = new ArrayList<>();
    for (Finding finding : findings.subList(0, Math.min(2, findings.size()))) {
      String headline = text.isBlank() ? finding.headline() : text;
      changed.add(
          Finding.of(finding.rule(), finding.severity(), headline, finding.location())
              .label(text)
              .field(text)
              .resource(finding.resource(), finding.document())
              .related(finding.location(), text)
              .note(text)
              .build());
    }
    return changed;
  }

  private static void read(LintResult result) throws Exception {
    String shown = Reported.write(ReportFormat.TEXT, result);
    ReadBack.lines(shown);
    ReadBack.noCommands(shown);
    ReadBack.github(Reported.write(ReportFormat.GITHUB, result));
    ReadBack.markdown(Reported.write(ReportFormat.MARKDOWN, result));
    json(result, ReadBack.json(Reported.write(ReportFormat.JSON, result)));
    JsonNode sarif = ReadBack.json(Reported.write(ReportFormat.SARIF, result)).get("runs").get(0);
    Claims.hold(sarif.get("results").size() >= result.findings().size(), "SARIF loses results");
    JsonNode gitlab = ReadBack.json(Reported.write(ReportFormat.GITLAB, result));
    Claims.hold(gitlab.size() >= result.findings().size(), "GitLab loses findings");
    junit(ReadBack.xml(Reported.write(ReportFormat.JUNIT, result)).getElementsByTagName("*"));
  }

  /** JSON is for programs: the strings are the same. */
  private static void json(LintResult result, JsonNode report) {
    JsonNode findings = report.get("findings");
    Claims.hold(findings.size() == result.findings().size(), "JSON loses findings");
    int i = 0;
    for (Finding finding : result.findings()) {
      JsonNode written = findings.get(i++);
      Claims.hold(written.get("message").asString().equals(finding.headline()), "other headline");
      Claims.hold(written.get("field").asString().equals(finding.field()), "other field");
      Claims.hold(written.get("notes").size() == finding.notes().size(), "other notes");
    }
  }

  private static void junit(NodeList elements) {
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      boolean ours = element.getTagName().matches("[a-z-]+");
      Claims.hold(ours, "an element of the input: " + element.getTagName());
      for (int k = 0; k < element.getAttributes().getLength(); k++) {
        String name = element.getAttributes().item(k).getNodeName();
        Claims.hold(name.matches("[a-z]+"), "an attribute of the input: " + name);
      }
    }
  }

  private static void draw(Simulation simulation) throws Exception {
    StringBuilder dot = new StringBuilder();
    RoutesDot.write(simulation, dot);
    ReadBack.drawing(dot.toString(), "\"(?:[^\"\\\\]|\\\\.)*+\"");
    StringBuilder mermaid = new StringBuilder();
    RoutesMermaid.write(simulation, mermaid);
    ReadBack.drawing(mermaid.toString(), "\"[^\"\n]*\"");
    Claims.hold(mermaid.indexOf("%%{") < 0, "a directive");
  }
}
