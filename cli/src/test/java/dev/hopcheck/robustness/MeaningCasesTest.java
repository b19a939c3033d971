package dev.hopcheck.robustness;

import static dev.hopcheck.robustness.Texts.GOOD;
import static dev.hopcheck.robustness.Texts.config;
import static dev.hopcheck.robustness.Texts.custom;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Table 3.4: YAML and Kubernetes meaning. */
class MeaningCasesTest extends CaseTable {
  private final List<Case> cases = new ArrayList<>();

  MeaningCasesTest() {
    super("3.4 YAML and Kubernetes meaning");
  }

  @Override
  List<Case> cases() {
    scalars("scalars.tsv");
    scalars("generated-scalars.tsv");
    numbers();
    twice();
    merges();
    heads();
    unknownKinds();
    oddKinds();
    names();
    identities();
    unknownRoutes();
    return cases;
  }

  private Case x(int number, String input, String text) {
    Case one = Case.of(number, input).file("x.yaml", text);
    cases.add(one);
    return one;
  }

  /** Each scalar in an object whose schema takes no other value than the one that is meant. */
  private void scalars(String table) {
    StringBuilder object = new StringBuilder("spec:\n");
    StringBuilder wrong = new StringBuilder("spec:\n");
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    int count = 0;
    for (String[] row : rows(table)) {
      if (!row[1].equals("UNSUPPORTED")) {
        String key = "k" + count++;
        object.append("  ").append(key).append(": ").append(row[0]).append('\n');
        wrong.append("  ").append(key).append(": [").append(row[2].length()).append("]\n");
        properties.putObject(key).set("const", value(row[1], row[2]));
      }
    }
    int all = count;
    assertThat(all).isGreaterThan(100);
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    ObjectNode root = schema.putObject("properties");
    root.putObject("apiVersion").put("const", "example.com/v1");
    root.putObject("kind").put("const", "Thing");
    root.putObject("spec").set("properties", properties);
    for (boolean right : new boolean[] {true, false}) {
      x(38, all + " scalars of " + table, custom((right ? object : wrong).toString()))
          .file("../" + table + ".schema", schema.toString())
          .with("--schema", "../" + table + ".schema", ".")
          .loosely()
          .exit(right ? 0 : 1)
          .check(seen -> assertThat(seen.notValidated()).isEmpty())
          .check(
              seen ->
                  assertThat(seen.findings())
                      .filteredOn(each -> each.startsWith("error"))
                      .hasSize(right ? 0 : 100));
    }
  }

  private static List<String[]> rows(String table) {
    List<String[]> rows = new ArrayList<>();
    try {
      for (String line :
          Files.readAllLines(Path.of(System.getProperty("hopcheck.testdata"), "yaml", table))) {
        if (!line.startsWith("#")) {
          rows.add(line.split("\t", -1));
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return rows;
  }

  private static JsonNode value(String type, String text) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    return switch (type) {
      case "NULL" -> make.nullNode();
      case "BOOLEAN" -> make.booleanNode(text.equals("true"));
      case "INTEGER", "FLOAT" -> make.numberNode(new BigDecimal(text));
      default -> make.stringNode(text);
    };
  }

  private void numbers() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: a}
        spec:
          containers: [{name: a, image: a}]
          volumes: [{name: v, configMap: {name: c, defaultMode: @}}]
        """;
    for (String mode : List.of("0644", "0o644", "420")) {
      x(39, "defaultMode: " + mode, pod.replace("@", mode));
    }
    x(39, "defaultMode: \"0644\"", pod.replace("@", "\"0644\"")).error("wrong-type x.yaml:6:57");
    for (String mode : List.of("01000", "0o1000", "512", "0x200")) {
      x(39, "defaultMode: " + mode, pod.replace("@", mode)).error("value-invalid x.yaml:6:57");
    }
    for (String value : List.of("no", "on", "y", "1", "12e3", "0x1F", "1_000")) {
      x(40, "a: " + value, config("a", "data:\n  a: " + value + "\n"))
          .error("string-needed x.yaml:5:6")
          .says("put quotes around the value");
    }
    // In a mapping of texts the API server reads nothing as an empty text.
    for (String value : List.of("null", "~", "")) {
      x(40, "a: " + value, config("a", "data:\n  a: " + value + "\n"));
    }
    for (String value : List.of(".inf", "-.INF", ".nan")) {
      x(41, value, config("a", "data: {a: " + value + "}\n"))
          .error("wrong-type x.yaml:4:11")
          .says("has no form in JSON");
    }
    for (String exact :
        List.of("9007199254740993", "9223372036854775807", "-9223372036854775808")) {
      x(42, exact, custom("a: " + exact + "\n"));
    }
    for (String rounded :
        List.of(
            "9223372036854775808",
            "18446744073709551615",
            "18446744073709551616",
            "-9223372036854775809",
            "9007199254740993.0")) {
      x(42, rounded, custom("a: " + rounded + "\n")).warning("yaml-number-rounded x.yaml:4:4");
    }
    x(42, "port: 4294967296", service("port: 4294967296")).error("wrong-type x.yaml:6:18");
  }

  private static String service(String port) {
    return "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec:\n  type: ClusterIP\n"
        + "  ports: [{"
        + port
        + "}]\n";
  }

  private void twice() {
    x(43, "at the top", config("a", "data: {a: b}\ndata: {a: c}\n"))
        .error("yaml-duplicate-key x.yaml:5:1")
        .says("\"line\":4,\"column\":1,\"message\":\"first stands here");
    x(43, "nested", config("a", "data:\n  a: b\n  c: d\n  a: c\n"))
        .error("yaml-duplicate-key x.yaml:7:3")
        .says("\"line\":5,\"column\":3,\"message\":\"first stands here");
    String item = GOOD.replace("\n", "\n  ") + "data: {a: b, a: c}\n";
    x(43, "in an item of a List", "apiVersion: v1\nkind: List\nitems:\n- " + item)
        .error("yaml-duplicate-key x.yaml:8:16")
        .says("items[0].data.a");
    x(43, "`a` and `\"a\"`", config("a", "data: {a: b, \"a\": c}\n"))
        .error("yaml-duplicate-key x.yaml:4:14");
    x(43, "`1` and `\"1\"`", config("a", "data: {1: b, \"1\": c}\n"))
        .error("yaml-duplicate-key x.yaml:4:14");
    x(43, "`yes` and `true`", config("a", "data: {yes: b, true: c}\n"))
        .error("yaml-duplicate-key x.yaml:4:16");
    x(43, "`a` and `A`", config("a", "data: {a: b, A: c}\n"));
  }

  private void merges() {
    String external = service("port: 80").replace("type: ClusterIP", "@");
    x(
            44,
            "a list of mappings: the first counts",
            external.replace("@", "<<: [{type: ClusterIP}, {type: Wrong}]"))
        .loosely();
    x(
            44,
            "a key that is written counts",
            external.replace("@", "<<: {type: Wrong}\n  type: ClusterIP"))
        .info("yaml-duplicate-key x.yaml:6:3");
    x(44, "a merged mistake is at its place", external.replace("@", "<<: {type: Wrong}"))
        .error("value-not-supported x.yaml:5:14");
    for (String merge : List.of("<<: x", "<<: [x]", "<<: [[{a: b}]]", "<<:")) {
      x(44, merge, config("a", "data:\n  " + merge + "\n---\n" + Texts.FAULTY))
          .problem("yaml-syntax x.yaml:5:3")
          .error("node-port-out-of-range x.yaml:13:26");
    }
    x(44, "a merge among items", config("a", "data: [<<: {a: b}]\n"))
        .error("list-where-map-needed x.yaml:4:1");
  }

  private void heads() {
    String rest = "metadata: {name: a}\n";
    x(45, "`Kind`", "apiVersion: v1\nKind: ConfigMap\n" + rest)
        .error("required-field-missing x.yaml:2:1")
        .says("change `Kind` to `kind`");
    x(45, "`apiversion`", "apiversion: v1\nkind: ConfigMap\n" + rest)
        .error("required-field-missing x.yaml:1:1")
        .says("change `apiversion` to `apiVersion`");
    x(45, "no kind", "apiVersion: v1\n" + rest).error("required-field-missing x.yaml:1:1");
    x(45, "no apiVersion", "kind: ConfigMap\n" + rest).error("required-field-missing x.yaml:1:1");
    for (String empty : List.of("", "''", "null", "~")) {
      x(45, "kind: " + empty, "apiVersion: v1\nkind: " + empty + "\n" + rest)
          .error("required-field-missing x.yaml:2:1");
      x(45, "apiVersion: " + empty, "apiVersion: " + empty + "\nkind: ConfigMap\n" + rest)
          .error("required-field-missing x.yaml:1:1");
    }
    for (String wrong : List.of("5", "1.0", "yes", "[a]", "{a: b}")) {
      x(45, "kind: " + wrong, "apiVersion: v1\nkind: " + wrong + "\n" + rest)
          .error("wrong-type")
          .check(seen -> assertThat(seen.notValidated()).isEmpty());
      x(45, "apiVersion: " + wrong, "apiVersion: " + wrong + "\nkind: ConfigMap\n" + rest)
          .error("wrong-type");
    }
    x(45, "apiVersion: a/b/c", "apiVersion: a/b/c\nkind: ConfigMap\n" + rest)
        .error("api-version-unknown x.yaml:1:13")
        .says("write `group/version`");
  }

  private static String object(String apiVersion, String kind) {
    return "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: a}\n";
  }

  private void unknownKinds() {
    x(46, "v1 Servise", object("v1", "Servise"))
        .error("api-version-unknown x.yaml:2:7")
        .says("change `Servise` to `Service`");
    x(46, "v2 ConfigMap", object("v2", "ConfigMap"))
        .error("api-version-unknown x.yaml:1:13")
        .says("change `v2` to `v1`");
    x(46, "app/v1 Lease", object("app/v1", "Lease")).error("api-version-unknown x.yaml:1:13");
    x(46, "coordination.k8s.io/v9 Lease", object("coordination.k8s.io/v9", "Lease"))
        .error("api-version-unknown x.yaml:1:13")
        .says("change `coordination.k8s.io/v9` to `coordination.k8s.io/v1`");
    x(46, "networking.k8s.io/v1 Ingres", object("networking.k8s.io/v1", "Ingres"))
        .error("api-version-unknown x.yaml:2:7")
        .says("change `Ingres` to `Ingress`");
    x(46, "a group of others", object("example.com/v1", "A"))
        .check(seen -> assertThat(seen.notValidated()).containsExactly("1 example.com/v1 A"));
    x(
            46,
            "a group of others below k8s.io",
            object("example.k8s.io/v1", "A")
                + "---\n"
                + object("example.k8s.io/v1", "A").replace("name: a", "name: b"))
        .check(seen -> assertThat(seen.notValidated()).containsExactly("2 example.k8s.io/v1 A"));
    x(46, "with --require-schemas", object("example.com/v1", "A"))
        .with("--require-schemas")
        .problem("schema-missing");
  }

  private void oddKinds() {
    for (String kind :
        List.of(
            "../../x",
            "/etc/passwd",
            "a/b",
            "a.b",
            "\"a\\0b\"",
            "\"a\\nb\"",
            "\"\\u202Ea\"",
            "-a",
            "x".repeat(10_000))) {
      String shown = kind.substring(0, Math.min(20, kind.length()));
      x(47, "kind: " + shown, object("example.com/v1", kind))
          .error("api-version-unknown x.yaml:2:7")
          .check(seen -> assertThat(seen.notValidated()).isEmpty());
      x(47, "v1 kind: " + shown, object("v1", kind)).error("api-version-unknown x.yaml:2:7");
    }
    x(47, "kind: con", object("v1", "con")).error("api-version-unknown x.yaml:2:7");
    x(47, "apiVersion: ../../etc/v1", object("../../etc/v1", "A"))
        .error("api-version-unknown x.yaml:1:13");
    x(47, "apiVersion: ../v1", object("../v1", "A")).error("api-version-unknown x.yaml:1:13");
  }

  private void names() {
    for (String name :
        List.of(
            "A_b",
            "a..b",
            "-a",
            "a-",
            "a/b",
            "..",
            "'%41'",
            "\"a\\u202Eb\"",
            "\"a\\u200Bb\"",
            "\"\\u0430b\"",
            "\"a\\nb\"",
            "x".repeat(254))) {
      String shown = name.substring(0, Math.min(20, name.length()));
      x(48, "name: " + shown, GOOD.replace("good", name)).error("value-invalid x.yaml:4:9");
    }
    for (String hidden : List.of("202E", "200B", "0007", "2028")) {
      String text = GOOD.replace("good", "\"a\\u" + hidden + "b\"");
      Case shown = Case.of(48, "U+" + hidden + " on a terminal").file("x.yaml", text);
      cases.add(shown.run("lint", "--format", "text", ".").exit(1).says("`a{U+" + hidden + "}b`"));
    }
  }

  private void identities() {
    String other = config("good", "data: {a: b}\n");
    x(49, "in one file", GOOD + "---\n" + other)
        .warning("duplicate-object x.yaml:8:18")
        .says("\"line\":4,\"column\":9,\"message\":\"this one has no effect\"");
    x(49, "in one file, the same content", GOOD + "---\n" + GOOD)
        .info("duplicate-object x.yaml:9:9")
        .says("\"line\":4,\"column\":9,\"message\":\"the same\"");
    x(49, "in two files", GOOD)
        .file("y.yaml", other)
        .info("duplicate-object y.yaml:3:18")
        .says("\"file\":\"x.yaml\",\"line\":4,\"column\":9");
    x(
            49,
            "in `default` and in none",
            GOOD + "---\n" + other.replace("{name", "{namespace: default, name"))
        .warning("duplicate-object");
    x(49, "in two namespaces", GOOD + "---\n" + other.replace("{name", "{namespace: b, name"));
  }

  private void unknownRoutes() {
    String pod =
        "---\napiVersion: v1\nkind: Pod\nmetadata: {name: p, labels: {app: a}}\n"
            + "spec: {containers: [{name: a, image: a, ports: [{containerPort: 80}]}]}\n";
    String service =
        service("port: 80, targetPort: @").replace("type: ClusterIP", "selector: {app: %}");
    trace(
        "a selector that is filled in",
        service.replace("@", "80").replace("%", "'{{ .Values.app }}'") + pod,
        "unknown");
    trace(
        "labels that are filled in",
        service.replace("@", "80").replace("%", "a") + pod.replace("app: a", "app: $(APP)"),
        "unknown");
    trace(
        "a port that is filled in",
        service.replace("@", "'{{ .Values.port }}'").replace("%", "a") + pod,
        "unknown");
    trace("all is written", service.replace("@", "80").replace("%", "a") + pod, "delivered");
    for (String format : List.of("text", "mermaid", "dot")) {
      cases.add(
          Case.of(50, "a selector that is filled in, routes as " + format)
              .file("x.yaml", service.replace("@", "80").replace("%", "'{{ .Values.app }}'") + pod)
              .run("routes", "--format", format, ".")
              .says("unknown")
              .says("whether the selector matches Pod p"));
    }
  }

  private void trace(String input, String text, String outcome) {
    Case one = Case.of(50, input).file("x.yaml", text);
    cases.add(
        one.run("trace", "--format", "json", "--from", "pod/p", "--to", "a:80", ".")
            .says("\"outcome\":\"" + outcome));
  }

  @Test
  void theTablesOfScalarsAreThere() {
    assertThat(rows("scalars.tsv")).hasSizeGreaterThan(100);
    assertThat(rows("generated-scalars.tsv")).hasSize(1_000);
  }
}
