package dev.hopcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.Overlay;
import dev.hopcheck.cluster.Units;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.source.Position;
import dev.hopcheck.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each folder of {@code testdata/kustomize} is an input; {@code built.golden.txt} beside a
 * kustomization is what kustomize 5.6 makes of it.
 */
class KustomizedTest {
  private static final Path CASES =
      Path.of(System.getProperty("hopcheck.testdata", "../testdata"), "kustomize");
  private static final String BUILT = "built.golden.txt";
  private static final Pattern DIGEST =
      Pattern.compile(
          "kind: (?:ConfigMap|Secret)\\nmetadata:\\n(?:    .*\\n|  .*:\\n)*?  name: (\\S+)(-[a-z0-9]{10})\\n");

  @TempDir Path folder;

  @TestFactory
  List<DynamicTest> seesWhatIsBuilt() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(CASES)) {
      for (Path built : paths.filter(path -> path.endsWith(BUILT)).sorted().toList()) {
        Path relative = CASES.relativize(built);
        tests.add(
            DynamicTest.dynamicTest(
                relative.toString(), () -> check(relative.getName(0).toString(), built)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(3);
    return tests;
  }

  private static void check(String input, Path built) throws IOException {
    Path base = CASES.toAbsolutePath();
    List<Cluster> clusters = clusters(LintRequest.of(List.of(input)).base(base).build());
    String root = base.relativize(built.toAbsolutePath().getParent()).toString();
    Cluster seen = null;
    for (Cluster cluster : clusters) {
      seen = cluster.unit().root().equals(root) ? cluster : seen;
    }
    assertThat(seen).as("unit %s", root).isNotNull();
    Overlay overlay = seen.unit().overlay();
    assertThat(overlay).isNotNull();
    assertThat(overlay.doubts()).isEmpty();
    SourceFile text = SourceFile.of("built.yaml", withoutDigests(Files.readString(built)));
    List<Cluster> plain = clusters(LintRequest.ofTexts(List.of(text)).base(base).build());
    assertThat(plain).hasSize(1);
    assertThat(KustomizedText.of(seen)).isEqualTo(KustomizedText.of(plain.get(0)));
  }

  private static String withoutDigests(String built) {
    String text = built;
    Matcher names = DIGEST.matcher(built);
    while (names.find()) {
      text = text.replace(names.group(1) + names.group(2), names.group(1));
    }
    return text;
  }

  private static List<Cluster> clusters(LintRequest request) {
    List<Problem> problems = new ArrayList<>();
    List<Cluster> clusters = new LintRun(request, Catalogue.of()).clusters(problems);
    assertThat(problems).isEmpty();
    return clusters;
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private LintResult lint(String... paths) {
    return new Linter(Catalogue.of()).lint(LintRequest.of(List.of(paths)).base(folder).build());
  }

  private static List<String> said(LintResult result) {
    List<String> said = new ArrayList<>();
    for (Finding finding : result.findings()) {
      Position at = finding.location().start();
      said.add(
          finding.location().file().name()
              + ":"
              + at.line()
              + ":"
              + at.column()
              + " "
              + finding.rule()
              + " "
              + finding.headline());
    }
    return said;
  }

  private static List<String> open(LintResult result) {
    List<String> open = new ArrayList<>();
    for (KustomizedUnit unit : result.kustomized()) {
      for (KustomizedUnit.Open why : unit.open()) {
        open.add(why.file() + ":" + why.at().line() + " " + why.why());
      }
    }
    return open;
  }

  @Test
  void whatIsNotFollowedLeavesTheUnitOpen() throws IOException {
    write(
        "a/kustomization.yaml", "resources: [b.yaml]\nhelmCharts: [{name: x}]\nreplacements: []\n");
    write(
        "a/b.yaml",
        "apiVersion: v1\nkind: Service\nmetadata: {name: b}\nspec: {ports: [{port: 80}]}\n");
    write(
        "c/kustomization.yaml",
        "resources:\n  - https://example.com/x.yaml\n  - github.com/a/b\n  - ../../out\n");
    write(
        "d/kustomization.yaml",
        "resources: [../a/b.yaml]\npatches:\n"
            + "  - path: gone.yaml\n"
            + "  - patch: >-\n"
            + "      [{op: replace, path: /spec/ports/0/port, value: 81}]\n"
            + "    target: {kind: Service}\n"
            + "  - patch: '[{op: add, path: /spec/sessionAffinity, value: ClientIP}]'\n"
            + "    target: {kind: Service}\n");
    LintResult result = lint("a", "c", "d");
    assertThat(open(result))
        .containsExactly(
            "a/kustomization.yaml:2 `helmCharts` is not followed here",
            "c/kustomization.yaml:2 `https://example.com/x.yaml` is not in the input",
            "c/kustomization.yaml:3 `github.com/a/b` is not in the input",
            "c/kustomization.yaml:4 `../../out` is not in the input",
            "d/kustomization.yaml:3 the patch `gone.yaml` is not in the input",
            "d/kustomization.yaml:4 a patch cannot be read in place",
            "d/kustomization.yaml:7 a patch changes `spec.sessionAffinity`, which is not followed"
                + " here");
    assertThat(result.findings()).isEmpty();
  }

  @Test
  void missingResourcesWeighByWhatIsThereInstead() throws IOException {
    write(
        "all/base/kustomization.yaml",
        "resources:\n  - here.txt\n  - gone.yaml\n  - empty\n  - her.txt\n");
    write("all/base/here.txt", "not looked at");
    Files.createDirectories(folder.resolve("all/base/empty"));
    write("all/one/kustomization.yaml", "resources:\n  - ../base\n");
    write("all/two/kustomization.yaml", "resources:\n  - ../base\n  - ../../outside\n");
    LintResult result = lint("all");
    assertThat(said(result))
        .containsExactly(
            "all/base/kustomization.yaml:3:5 kustomization-resource-missing kustomization names"
                + " `gone.yaml`, which does not exist",
            "all/base/kustomization.yaml:4:5 kustomization-resource-missing kustomization names"
                + " `empty`, a folder without a kustomization",
            "all/base/kustomization.yaml:5:5 kustomization-resource-missing kustomization names"
                + " `her.txt`, which does not exist");
    assertThat(result.findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO, Severity.ERROR, Severity.ERROR);
  }

  @Test
  void circlesAreErrors() throws IOException {
    write("a/kustomization.yaml", "resources:\n  - ../b\n");
    write("b/kustomization.yaml", "resources:\n  - ../a\n");
    write("c/kustomization.yaml", "resources:\n  - .\n");
    assertThat(said(lint(".")))
        .containsExactly(
            "./b/kustomization.yaml:2:5 kustomization-cycle kustomization takes in itself through"
                + " `../a`",
            "./c/kustomization.yaml:2:5 kustomization-cycle kustomization takes in itself through"
                + " `.`");
  }

  @Test
  void whatGrowsWithoutEndIsLeftOpen() throws IOException {
    for (int i = 0; i < 40; i++) {
      String next = "../n" + (i + 1);
      write(
          "n" + i + "/kustomization.yaml",
          "resources: [" + next + ", " + next + "/, " + next + "/.]\n");
    }
    write("n40/kustomization.yaml", "resources: [leaf.yaml]\n");
    write("n40/leaf.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: leaf}\n");
    for (int i = 0; i < 120; i++) {
      write("deep" + i + "/kustomization.yaml", "resources: [../deep" + (i + 1) + "]\n");
    }
    write("deep120/kustomization.yaml", "namespace: x\n");
    assertThat(open(lint(".")))
        .hasSize(3)
        .allMatch(why -> why.endsWith(" it takes in more than is followed here"));
  }

  @Test
  void filesThatNobodyNamesStayAUnitOfTheirFolder() throws IOException {
    write("a/kustomization.yaml", "resources: [web.yaml]\nnamePrefix: x-\n");
    write(
        "a/web.yaml",
        "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 80}]}\n");
    write(
        "a/rest.yaml",
        "apiVersion: v1\nkind: Service\nmetadata: {name: rest}\nspec: {ports: [{port: 80}]}\n");
    List<String> seen = new ArrayList<>();
    for (Cluster cluster : clusters(LintRequest.of(List.of(".")).base(folder).build())) {
      seen.add(cluster.unit().root() + " " + KustomizedText.names(cluster));
    }
    assertThat(seen).containsExactly("./a [x-web]", "./a [rest]");
    assertThat(Units.folder("./a/web.yaml")).isEqualTo("./a");
  }
}
