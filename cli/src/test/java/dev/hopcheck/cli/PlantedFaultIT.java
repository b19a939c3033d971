package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * An old repository with findings starts green by a baseline, and one fault that is planted then is
 * reported alone, in each format; by the real launcher, a shell and git.
 */
class PlantedFaultIT {
  private static final Path TESTDATA = Path.of(System.getProperty("hopcheck.testdata"));
  private static final String[] LINT = {"lint", "--baseline", "known.jsonl"};
  private static final String RULE = "selector-matches-nothing";

  @TempDir private Path folder;

  @BeforeEach
  void fill() throws IOException {
    copy("slides");
    copy("apps");
    Path shop = Files.createDirectories(folder.resolve("planted"));
    Files.writeString(shop.resolve("cart.yaml"), service("cart"));
    Files.writeString(
        shop.resolve("pod.yaml"),
        "apiVersion: v1\nkind: Pod\nmetadata:\n  name: cart-1\n  labels:\n    app: cart\nspec:\n"
            + "  containers:\n    - name: cart\n      image: example/cart:1\n"
            + "      ports:\n        - containerPort: 80\n");
  }

  private static String service(String app) {
    return "apiVersion: v1\nkind: Service\nmetadata:\n  name: cart\nspec:\n  selector:\n    app: "
        + app
        + "\n  ports:\n    - port: 80\n";
  }

  private void copy(String part) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(TESTDATA.resolve(part))) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      Path target = folder.resolve(TESTDATA.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  private Launched lint(String... more) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(LINT));
    arguments.addAll(List.of(more));
    return Launched.run(folder, arguments.toArray(new String[0]));
  }

  private void baseline() throws IOException, InterruptedException {
    assertThat(Launched.run(folder, "lint").exit()).isNotZero();
    lint("--write-baseline");
    assertThat(Files.readAllLines(folder.resolve("known.jsonl"))).hasSizeGreaterThan(10);
  }

  private void plant() throws IOException {
    Files.writeString(folder.resolve("planted/cart.yaml"), service("crat"));
  }

  /** How many findings each format shows, as its own consumers count them. */
  private static int shown(ReportFormat format, String report) {
    ToIntFunction<String> occurrences =
        pattern -> (int) Pattern.compile(pattern).matcher(report).results().count();
    return switch (format) {
      case TEXT -> occurrences.applyAsInt("(?m)^(error|warning|info)\\[");
      case JSON -> json(report).get("findings").size();
      case SARIF -> fresh(json(report).get("runs").get(0).get("results"));
      case GITHUB -> occurrences.applyAsInt("(?m)^::(error|warning|notice) file=");
      case GITLAB -> ofFiles(json(report));
      case JUNIT -> occurrences.applyAsInt("<failure ");
      case MARKDOWN -> occurrences.applyAsInt("(?m)^\\| (error|warning|info) \\|");
      case HTML -> occurrences.applyAsInt("<article class=\"finding ");
    };
  }

  private static JsonNode json(String report) {
    return OutputReader.JSON.readTree(report);
  }

  /** Entries about files; those about the run stand at the folder. */
  private static int ofFiles(JsonNode entries) {
    int count = 0;
    for (JsonNode entry : entries) {
      count += entry.get("location").get("path").asString().equals(".") ? 0 : 1;
    }
    return count;
  }

  /** Results that nothing suppresses. */
  private static int fresh(JsonNode results) {
    int fresh = 0;
    for (JsonNode result : results) {
      fresh += result.get("suppressions") == null || result.get("suppressions").isEmpty() ? 1 : 0;
    }
    return fresh;
  }

  @TestFactory
  List<DynamicTest> exactlyThePlantedFaultIsShownInEachFormat() throws Exception {
    baseline();
    List<String> all = new ArrayList<>();
    for (ReportFormat format : ReportFormat.values()) {
      all.add("--format");
      all.add(format.word() + "=green." + format.extension());
    }
    Launched green = lint(all.toArray(new String[0]));
    plant();
    all.replaceAll(word -> word.replace("=green.", "=red."));
    Launched red = lint(all.toArray(new String[0]));
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(
        DynamicTest.dynamicTest(
            "exit",
            () -> assertThat(List.of(green.exit() == 1, red.exit())).isEqualTo(List.of(false, 1))));
    for (ReportFormat format : ReportFormat.values()) {
      String before = Files.readString(folder.resolve("green." + format.extension()));
      String after = Files.readString(folder.resolve("red." + format.extension()));
      tests.add(
          DynamicTest.dynamicTest(
              format.word(),
              () -> {
                assertThat(shown(format, before)).isZero();
                assertThat(shown(format, after)).isEqualTo(1);
                assertThat(after).contains("planted/cart.yaml", "crat");
              }));
    }
    return tests;
  }

  @Test
  void itsCommitIsFoundInTheHistoryAndSoIsOneThatRemovesThePods() throws Exception {
    git("init -q -b main && git add -A && git commit -q -m old");
    plant();
    git("commit -q -a -m fault");
    only(Launched.run(folder, "lint", "--changed-since", "HEAD~1", "--format", "json"));
    git("revert --no-edit HEAD");
    git("rm -q planted/pod.yaml && git commit -q -m 'pods gone'");
    only(Launched.run(folder, "lint", "--closed", "--changed-since", "HEAD~1", "--format", "json"));
  }

  private static void only(Launched found) {
    JsonNode findings = json(found.out()).get("findings");
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).get("rule").asString()).isEqualTo(RULE);
    assertThat(findings.get(0).get("file").asString()).isEqualTo("planted/cart.yaml");
  }

  private void git(String script) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", "git " + script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      builder.environment().put("GIT_" + who + "_NAME", "n");
      builder.environment().put("GIT_" + who + "_EMAIL", "n@example.com");
    }
    assertThat(builder.start().waitFor()).as(script).isZero();
  }
}
