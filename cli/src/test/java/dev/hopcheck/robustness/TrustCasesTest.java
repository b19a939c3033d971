package dev.hopcheck.robustness;

import static dev.hopcheck.robustness.Texts.FAULTY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.cli.InProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Of table 3.11: configurations and baselines that a change may bring along. No verdict is kept
 * anywhere; what the launcher keeps (112) is held by its own tests.
 */
class TrustCasesTest extends CaseTable {
  private static final String ERROR = "node-port-out-of-range ";
  private static final String OFF = "rules: {node-port-out-of-range: off}\n";
  private static final String HEAD = "{\"hopcheck\":\"baseline\",\"version\":2,\"root\":\"\"}\n";

  private final List<Case> cases = new ArrayList<>();

  TrustCasesTest() {
    super("3.11 Trust");
  }

  @Override
  List<Case> cases() {
    found();
    choices();
    refused();
    baselines();
    return cases;
  }

  private Case faulty(int number, String input) {
    Case one = Case.of(number, input).file("k/x.yaml", FAULTY);
    cases.add(one);
    return one;
  }

  private void found() {
    faulty(107, "a configuration in the working directory")
        .file("hopcheck.yaml", OFF)
        .says("\"configuration\":\"hopcheck.yaml\"");
    for (String format :
        List.of("text", "json", "sarif", "github", "gitlab", "junit", "markdown")) {
      faulty(107, "each report names it, " + format)
          .file("hopcheck.yaml", OFF)
          .run("lint", "--format", format, "k")
          .says("hopcheck.yaml")
          .says("node-port-out-of-range");
    }
    faulty(107, "--isolated")
        .file("hopcheck.yaml", OFF)
        .with("--isolated")
        .error(ERROR + "k/x.yaml:7:26");
    faulty(107, "a configuration deeper in the tree")
        .file("k/hopcheck.yaml", OFF)
        .loosely()
        .error(ERROR + "k/x.yaml:7:26")
        .check(seen -> assertThat(seen.json().path("configuration").isNull()).isTrue());
    faulty(107, "a link out of the directory")
        .file("../canary", "secret: hunter2\n")
        .made(
            folder ->
                Files.createSymbolicLink(folder.resolve("hopcheck.yaml"), Path.of("../canary")))
        .run("lint", "k")
        .exit(3)
        .check(seen -> assertThat(seen.out() + seen.err()).doesNotContain("secret", "hunter2"));
  }

  private void choices() {
    for (String choice :
        List.of(
            "schemas: [../x]",
            "schemas: [/etc]",
            "schemas: ['https://example.com/x']",
            "units: [/etc]",
            "units: [a/../../b]",
            "plugins: [x.jar]",
            "classpath: x.jar",
            "command: touch owned",
            "rules: {'*': off}",
            "include: /etc/hopcheck.yaml",
            "cluster: {file: /etc/passwd}")) {
      configured(107, choice, choice + "\n", "hopcheck.yaml:1");
    }
  }

  private void configured(int number, String input, String text, String said) {
    faulty(number, input)
        .file("hopcheck.yaml", text)
        .run("lint", "k")
        .exit(3)
        .says(said)
        .check(seen -> assertThat(seen.out()).isEmpty())
        .check(seen -> assertThat(seen.err().lines().count()).isEqualTo(1));
  }

  private void refused() {
    configured(108, "an unknown key", "closed: true\nclose: true\n", "hopcheck.yaml:2:1");
    configured(108, "a wrong type", "closed: true\nexclude: 5\n", "hopcheck.yaml:2");
    configured(108, "a key twice", "closed: true\nclosed: false\n", "hopcheck.yaml:2:1");
    configured(
        108, "an unknown rule", "rules:\n  node-port-out-of-rang: off\n", "hopcheck.yaml:2:3");
    configured(108, "ten megabytes", "# " + "x".repeat(10 << 20) + "\n", "larger than");
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "]\n");
    }
    configured(108, "an alias bomb", bomb.toString(), "hopcheck.yaml:");
    configured(108, "a million brackets", "[".repeat(1_000_000), "hopcheck.yaml:1");
    configured(108, "a regular expression", "exclude:\n- ^(.*a){12}$\n", "hopcheck.yaml:2");
    configured(108, "text that is no YAML", "closed: true\na: [\n", "hopcheck.yaml:");
    configured(108, "two documents", "closed: true\n---\nclosed: true\n", "hopcheck.yaml");
    configured(108, "no UTF-8", "closed: \uD800\n", "hopcheck.yaml");
    faulty(108, "a configuration that is not there")
        .run("lint", "--config", "gone.yaml", "k")
        .exit(3)
        .says("gone.yaml");
  }

  /** The line that the baseline of the faulty object has, with something replaced. */
  private void baselined(String input, String old, String now, boolean known) {
    Case one =
        faulty(110, input)
            .made(folder -> TrustCasesTest.write(folder, old, now))
            .run("lint", "--format", "json", "--baseline", "known.jsonl", "k");
    if (!known) {
      one.error(ERROR + "k/x.yaml:7:26");
    }
  }

  private static void write(Path folder, String old, String now) throws IOException {
    InProcess.run(
        folder,
        InputStream.nullInputStream(),
        "lint",
        "--baseline",
        "known.jsonl",
        "--write-baseline",
        "k");
    Path file = folder.resolve("known.jsonl");
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, now));
  }

  private void baselines() {
    baselined("an entry of a baseline", "k/x.yaml", "k/x.yaml", true);
    baselined("an entry for another file", "k/x.yaml", "k/y.yaml", false);
    baselined("an entry for another object", "faulty", "other", false);
    baselined("an entry of another rule", "node-port-out-of-range", "value-invalid", false);
    baselined("an entry with another digest", "\"digest\":\"", "\"digest\":\"0", false);
    for (String file : List.of("/etc/passwd", "../x.yaml", "a/../../x.yaml")) {
      baseline(
          "an entry for " + file,
          HEAD + "{\"file\":\"" + file + "\",\"rule\":\"a\",\"digest\":\"b\"}\n");
    }
    StringBuilder million = new StringBuilder(HEAD);
    for (int i = 0; i < 300_000; i++) {
      million.append("{\"file\":\"a\",\"rule\":\"b\",\"digest\":\"").append(i).append("\"}\n");
    }
    baseline("300,000 entries", million.toString());
    baseline(
        "an entry with a wildcard for its rule",
        HEAD + "{\"file\":\"k/x.yaml\",\"rule\":\"*\",\"digest\":\"b\"}\n");
    baseline("no baseline", "[]\n");
    baseline("half an entry", HEAD + "{\"file\":\"k/x.yaml\",\"ru\n");
    faulty(111, "globs that double")
        .file(
            "hopcheck.yaml",
            "exclude: ['" + "*a".repeat(400) + "', '" + "**/".repeat(300) + "x']\n")
        .error(ERROR + "k/x.yaml:7:26");
  }

  private void baseline(String input, String text) {
    faulty(111, input)
        .file("known.jsonl", text)
        .run("lint", "--baseline", "known.jsonl", "k")
        .exit(3)
        .says("known.jsonl")
        .check(seen -> assertThat(seen.err().lines().count()).isEqualTo(1));
  }
}
