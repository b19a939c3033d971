package dev.hopcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What real builds said that use the plugin. Each folder of {@code src/it} is one, named by what it
 * claims; its {@code lines.txt} holds texts that occur in the build's lines in that order, and
 * after {@code !} such that occur nowhere.
 */
class InvokedBuildsIT {
  private static final Path BUILDS = Path.of(System.getProperty("hopcheck.builds", "target/it"));

  @TestFactory
  List<DynamicTest> saidWhatTheyClaim() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> folders = Files.list(Path.of("src/it"))) {
      for (Path folder : (Iterable<Path>) folders.filter(Files::isDirectory).sorted()::iterator) {
        String claim = folder.getFileName().toString();
        tests.add(DynamicTest.dynamicTest(claim, () -> check(folder, log(claim))));
      }
    }
    assertThat(tests).hasSizeGreaterThan(8);
    return tests;
  }

  private static void check(Path folder, List<String> log) throws IOException {
    int next = 0;
    for (String line : Files.readAllLines(folder.resolve("lines.txt"))) {
      if (line.startsWith("! ")) {
        assertThat(log).noneMatch(said -> said.contains(line.substring(2)));
        continue;
      }
      int start = next;
      while (next < log.size() && !log.get(next).contains(line)) {
        next++;
      }
      assertThat(next)
          .as("line of `%s` in%n%s", line, String.join("\n", log.subList(start, log.size())))
          .isLessThan(log.size());
      next++;
    }
  }

  @Test
  void saidWhatTheCommandLineSays() throws IOException {
    Path app = Path.of(System.getProperty("hopcheck.testdata"), "apps/shop");
    StringBuilder said = new StringBuilder();
    boolean inReport = false;
    for (String line : log("the-command-line-says-the-same")) {
      if (line.startsWith("[INFO] --- ") || line.startsWith("[INFO] ---------")) {
        inReport = line.contains(":lint ");
      } else if (inReport) {
        String text = line.substring(line.indexOf(']') + 1).strip().isEmpty() ? "" : bare(line);
        said.append(text.replace(app + "/", "")).append('\n');
      }
    }
    assertThat(said).hasToString(Files.readString(app.resolve("lint.golden.txt")));
  }

  /** The line without its level. */
  private static String bare(String line) {
    return line.substring(line.indexOf("] ") + 2);
  }

  @Test
  void wroteReports() throws IOException {
    Path reports = BUILDS.resolve("reports-lie-in-target/target/hopcheck");
    assertThat(Files.readString(reports.resolve("lint.json")))
        .startsWith("{\"version\":1,")
        .contains("\"selector-matches-nothing\"");
    assertThat(Files.readString(reports.resolve("lint.text")))
        .startsWith("error[selector-matches-nothing]");
    assertThat(Files.readString(reports.resolve("lint.sarif")))
        .contains("\"name\":\"hopcheck\",\"version\":\"0.")
        .contains("\"uri\":\"k8s/cart.yaml\",\"uriBaseId\":\"SRCROOT\"");
    assertThat(Files.readString(reports.resolve("lint.github")))
        .startsWith("::error file=k8s/cart.yaml,");
    assertThat(Files.readString(reports.resolve("lint.gitlab.json")))
        .contains("\"path\":\"k8s/cart.yaml\"");
    assertThat(Files.readString(reports.resolve("lint.xml")))
        .contains("<testsuite name=\"k8s/cart.yaml\"");
    assertThat(Files.readString(reports.resolve("lint.md"))).startsWith("## Hopcheck: 1 error,");
    assertThat(Files.readString(reports.resolve("lint.html")))
        .contains("data-rule=\"selector-matches-nothing\"");
  }

  /** A line names a report, {@code has} or {@code lacks}, and a text. */
  @Test
  void eachParameterCounts() throws IOException {
    Path reports = BUILDS.resolve("each-parameter-counts/target");
    List<String> claims = Files.readAllLines(Path.of("src/it/each-parameter-counts/reports.txt"));
    for (String claim : claims) {
      String[] words = claim.split(" ", 3);
      String report = Files.readString(reports.resolve(words[0]));
      if (words[1].equals("has")) {
        assertThat(report).as(claim).contains(words[2]);
      } else {
        assertThat(words[1]).isEqualTo("lacks");
        assertThat(report).as(claim).doesNotContain(words[2]);
      }
    }
    assertThat(claims).hasSizeGreaterThan(30);
  }

  @Test
  void robustness117NamesAndValuesStandAsWritten() throws IOException {
    Path report = BUILDS.resolve("variables-are-not-put-in/target/hopcheck/lint.json");
    assertThat(Files.readString(report))
        .contains("\"k8s/${project.version}.yaml\"", "\"name\":\"${project.artifactId}\"");
  }

  @Test
  void robustness119ModulesAtOnceAndTwiceSayTheSame() throws IOException {
    Set<String> reports = new TreeSet<>();
    for (String module : List.of("one", "two", "three", "four")) {
      Path target = BUILDS.resolve("four-modules-in-parallel-twice").resolve(module);
      for (String execution : List.of("first", "second")) {
        reports.add(Files.readString(target.resolve("target/" + execution + "/lint.json")));
      }
    }
    assertThat(reports).hasSize(1).first().asString().contains("\"selector-matches-nothing\"");
  }

  private static List<String> log(String claim) throws IOException {
    return Files.readAllLines(BUILDS.resolve(claim).resolve("build.log"));
  }
}
