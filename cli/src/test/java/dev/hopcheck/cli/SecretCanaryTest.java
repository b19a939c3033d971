package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.report.ReportFormat;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that a manifest keeps secret is in any output, raw or in base64, whole or in part:
 * robustness 113 and 114. {@code CANARY} stands for the secret, {@code CODED} for it in base64,
 * {@code NUMBER} for one of digits.
 */
class SecretCanaryTest {
  private static final String TOKEN = "c4n4ry";
  private static final String CANARY = "pre-c4n4ry/7f+3a=9d&x";
  private static final String NUMBER = "74619283740";

  private static final String HEAD = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n";

  private static final Map<String, String> MANIFESTS = new LinkedHashMap<>();

  private static void secret(String name, String body) {
    MANIFESTS.put("secret-" + name, HEAD + body + "\n");
  }

  private static void manifest(String name, String text) {
    MANIFESTS.put(name, text + "\n");
  }

  private static void env(String name, String variable) {
    manifest(
        "env-" + name,
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: a}
        spec:
          selector: {matchLabels: {app: a}}
          template:
            metadata: {labels: {app: a}}
            spec:
              containers:
                - name: a
                  image: a:1
                  env:
        """
            + variable.indent(12).stripTrailing());
  }

  static {
    secret("fine", "data: {password: CODED}");
    secret("no-base64", "data: {password: CANARY}");
    secret("no-base64-block", "data:\n  password: |\n    CANARY\n    more CANARY");
    secret("number", "data: {password: NUMBER}");
    secret("string-number", "stringData: {password: NUMBER}");
    secret("string-list", "stringData:\n  password: [CANARY]");
    secret("string-map", "stringData:\n  password: {CANARY: CANARY}");
    secret("string-map-deep", "stringData:\n  password:\n    a:\n      - CANARY");
    secret("data-list", "data: [CANARY]");
    secret("data-scalar", "data: CANARY");
    secret("data-number", "data: NUMBER");
    secret("string-data-scalar", "stringData: CANARY");
    secret("key", "stringData: {\"bad key\": CANARY}");
    secret("twice", "stringData:\n  password: CANARY\n  password: CANARY-2");
    secret("twice-number", "stringData:\n  1: CANARY\n  \"1\": NUMBER");
    secret("alias", "stringData:\n  a: &x CANARY\n  b: *x\n  c: [*x]");
    secret("alias-twice", "stringData:\n  a: &x [CANARY]\n  b: *x");
    secret("merge", "stringData:\n  <<: CANARY");
    secret("merge-list", "stringData:\n  <<: [CANARY]");
    secret("tag", "stringData:\n  a: !!int CANARY");
    secret("tag-binary", "data:\n  a: !!binary \"CANARY@@\"");
    secret("tag-unknown", "stringData:\n  a: !CANARY CANARY");
    secret("nan", "stringData:\n  a: .inf\n  b: CANARY");
    secret("unknown-field", "stringDate: {password: CANARY}");
    secret("unknown-scalar", "password: CANARY");
    secret("unknown-type", "type: kubernetes.io/tls\nstringData: {tls.crt: CANARY}");
    secret(
        "docker", "type: kubernetes.io/dockerconfigjson\nstringData: {.dockerconfigjson: CANARY}");
    secret("docker-data", "type: kubernetes.io/dockerconfigjson\ndata: {.dockerconfigjson: CODED}");
    secret("basic", "type: kubernetes.io/basic-auth\nstringData: {user: CANARY}");
    secret("immutable", "immutable: CANARY\nstringData: {a: CANARY}");
    secret("control", "stringData:\n  a: \"CANARY\\0\"\n  b: 'CANARY\u0007'");
    secret("surrogate", "stringData:\n  a: \"CANARY\\uD800\"");
    secret("unclosed", "stringData:\n  a: \"CANARY\n  b: CANARY");
    secret("unclosed-flow", "stringData: {a: CANARY, b: [CANARY");
    secret("tab", "stringData:\n\ta: CANARY");
    secret("indent", "stringData:\n   a: CANARY\n  b: CANARY");
    secret("colon", "stringData:\n  a: CANARY: CANARY");
    secret("colon-2", "stringData:\n  a: CANARY\n  CANARY");
    secret("anchor", "stringData:\n  a: *CANARY");
    secret("anchor-2", "stringData:\n  a: &CANARY\n  b: @CANARY");
    secret("percent", "stringData:\n  a: %CANARY\n  b: `CANARY`");
    secret("escape", "stringData:\n  a: \"CANARY\\qCANARY\"");
    secret("ambiguous", "stringData:\n  a: x\n--- CANARY\nb: CANARY");
    secret("placeholder", "stringData:\n  a: {{ CANARY }}");
    secret(
        "annotation",
        "stringData: {a: b}\n".replace("stringData", "StringData") + "data: {a: {b: CANARY}}");
    manifest(
        "last-applied",
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: Bad_Name
          annotations:
            kubectl.kubernetes.io/last-applied-configuration: |
              {"apiVersion":"v1","data":{"password":"CODED"},"stringData":{"x":"CANARY"}}
        data: {password: CODED}""");
    manifest(
        "last-applied-wrong",
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: a
          annotations:
            kubectl.kubernetes.io/last-applied-configuration: {"stringData":{"x":"CANARY"}}
        data: {}""");
    manifest(
        "last-applied-number",
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: a
          annotations:
            kubectl.kubernetes.io/last-applied-configuration: NUMBER""");
    manifest(
        "one-line", "{apiVersion: v1, kind: Secret, metadata: {name: B_d}, data: {a: CANARY}}");
    manifest(
        "json",
        "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"B_d\"},"
            + "\"stringData\":{\"a\":[\"CANARY\"]}}");
    manifest(
        "in-list",
        """
        apiVersion: v1
        kind: List
        items:
          - apiVersion: v1
            kind: Secret
            metadata: {name: B_d}
            stringData: {a: [CANARY], b: NUMBER}
          - apiVersion: v1
            kind: List
            items:
              - {apiVersion: v1, kind: Secret, metadata: {name: B_d}, data: {a: CANARY}}""");
    manifest(
        "secret-list",
        """
        apiVersion: v1
        kind: SecretList
        items:
          - metadata: {name: B_d}
            stringData: {a: [CANARY]}""");
    manifest(
        "kind-late", "stringData: {a: [CANARY], b: NUMBER}\nmetadata: {name: B_d}\nkind: Secret");
    manifest(
        "kind-lower",
        "apiVersion: v1\nkind: secret\nmetadata: {name: a}\nstringData: {a: [CANARY]}");
    manifest(
        "kind-near",
        "apiVersion: v1\nkind: Secrets\nmetadata: {name: a}\nstringData: {a: [CANARY]}");
    manifest("kind-none", "apiVersion: v1\nmetadata: {name: a}\nstringData: {a: [CANARY]}");
    manifest(
        "version-none", "kind: Secret\nmetadata: {name: a}\nstringData: {a: [CANARY], b: NUMBER}");
    manifest(
        "version-other", "apiVersion: v2\nkind: Secret\nmetadata: {name: a}\ndata: {a: [CANARY]}");
    manifest("broken-before-kind", "stringData:\n  a: \"CANARY\nkind: Secret\napiVersion: v1");
    manifest(
        "name-is-secret-number",
        "apiVersion: v1\nkind: Secret\nmetadata: {name: 5}\ndata: {a: NUMBER}");
    env("fine", "- {name: DB_PASSWORD, value: CANARY}");
    env("number", "- name: DB_PASSWORD\n  value: NUMBER");
    env("list", "- name: API_TOKEN\n  value: [CANARY]");
    env("map", "- name: API_KEY\n  value: {CANARY: CANARY}");
    env("flow-number", "- {name: CLIENT_SECRET, value: NUMBER}");
    env("value-first", "- value: NUMBER\n  name: PASSWD");
    env("twice", "- name: DB_PASSWORD\n  value: CANARY\n  value: CANARY-2");
    env(
        "both",
        "- name: DB_PASSWORD\n  value: CANARY\n  valueFrom: {secretKeyRef: {name: a, key: b}}");
    env("bad-name", "- {name: \"DB PASSWORD=\", value: CANARY}");
    env("unknown", "- {name: DB_PASSWORD, valeu: CANARY}");
    env(
        "same-name",
        "- {name: DB_PASSWORD, value: CANARY}\n- {name: DB_PASSWORD, value: CANARY-2}");
    env("address", "- {name: DB_PASSWORD, value: \"http://ENCODED@db.nowhere.svc:80\"}");
    env("address-user", "- {name: DATABASE_URL, value: \"http://me:ENCODED@db.nowhere.svc:80\"}");
    env("address-in-secret", "- name: DB\n  valueFrom: {secretKeyRef: {name: s, key: url}}");
    manifest(
        "address-in-secret",
        HEAD + "stringData:\n  url: http://me:ENCODED@db.nowhere.svc:80/CANARY\n  other: CANARY");
    manifest(
        "beside-mendable",
        Manifests.broken("web").replace("99", "\"31000\"")
            + "---\n"
            + HEAD
            + "stringData: {a: CANARY}\n---\n"
            + Manifests.broken("web2").replace("99", "\"31001\""));
  }

  @TempDir private Path temporary;

  @TestFactory
  List<DynamicTest> robustness113And114NothingSecretIsShown() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : MANIFESTS.keySet()) {
      tests.add(DynamicTest.dynamicTest(name, () -> hold(name)));
    }
    assertThat(tests).hasSizeGreaterThan(70);
    return tests;
  }

  /** Each rule has something to say there, and none of what it says is from what stands beside. */
  @Test
  void robustness113NoRuleShowsWhatStandsBeside() throws IOException {
    Path cases = Path.of(System.getProperty("hopcheck.testdata", "../testdata"), "rules");
    int folders = 0;
    try (Stream<Path> all = Files.list(cases)) {
      for (Path rule : (Iterable<Path>) all.filter(Files::isDirectory).sorted()::iterator) {
        Path folder = temporary.resolve(rule.getFileName());
        copy(rule, folder);
        Manifests.write(
            folder.resolve("zz.yaml"),
            filled(
                MANIFESTS.get("env-address-in-secret")
                    + "---\n"
                    + MANIFESTS.get("address-in-secret")
                    + "---\n"
                    + MANIFESTS.get("env-address")
                    + "---\n"
                    + MANIFESTS.get("last-applied")));
        for (String format : List.of("text", "json")) {
          List<String> line = List.of("lint", "--show=info", "--unit=all", "--format=" + format);
          CommandLine done = CommandLine.run(folder, line.toArray(String[]::new));
          assertThat(done.out()).contains("zz.yaml");
          clean(line, done.out() + done.err());
        }
        folders++;
      }
    }
    assertThat(folders).isGreaterThan(60);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (file.toString().endsWith(".yaml") && !file.toString().endsWith(".fixed.yaml")) {
          Manifests.write(to.resolve(from.relativize(file).toString()), Files.readString(file));
        }
      }
    }
  }

  private void hold(String name) throws IOException {
    Path folder = temporary.resolve(name);
    Manifests.write(folder.resolve("a.yaml"), filled(MANIFESTS.get(name)));
    if (name.startsWith("address")) {
      Manifests.write(folder.resolve("b.yaml"), filled(MANIFESTS.get("env-" + name)));
    }
    List<List<String>> lines = new ArrayList<>();
    for (ReportFormat format : ReportFormat.values()) {
      lines.add(List.of("lint", "--show=info", "--format=" + format.word()));
    }
    lines.add(List.of("lint", "--show=info", "--color=always", "--closed", "--unit=all"));
    lines.add(List.of("lint", "--fix=unsafe", "--dry-run"));
    lines.add(List.of("routes"));
    lines.add(List.of("routes", "--format=json"));
    lines.add(List.of("resolve", "db", "."));
    lines.add(List.of("trace", "--from=deployment/a", "--to=db.nowhere.svc:80"));
    lines.add(List.of("trace", "--from=deployment/a", "--to=db.nowhere.svc:80", "--format=json"));
    lines.add(List.of("test", "--allow-empty"));
    lines.add(List.of("test", "--allow-empty", "--format=junit"));
    for (List<String> line : lines) {
      CommandLine done = CommandLine.run(folder, line.toArray(String[]::new));
      clean(line, done.out() + done.err());
    }
  }

  private static void clean(List<String> line, String output) {
    String lower = output.toLowerCase(Locale.ROOT);
    assertThat(lower).as("%s", line).doesNotContain(TOKEN).doesNotContain(NUMBER);
    for (int before = 0; before < 3; before++) {
      assertThat(output).as("%s", line).doesNotContain(middle(before));
    }
    assertThat(output).doesNotContain("internal error", "internal-error");
  }

  /** What of the token in base64 does not depend on its surroundings. */
  private static String middle(int before) {
    byte[] bytes = ("x".repeat(before) + TOKEN).getBytes(StandardCharsets.UTF_8);
    String coded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    int start = (before * 8 + 5) / 6;
    return coded.substring(start, (before + TOKEN.length()) * 8 / 6);
  }

  private static String filled(String text) {
    String coded = Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));
    String encoded = URLEncoder.encode(CANARY, StandardCharsets.UTF_8);
    return text.replace("ENCODED", encoded)
        .replace("CANARY", CANARY)
        .replace("CODED", coded)
        .replace("NUMBER", NUMBER);
  }
}
