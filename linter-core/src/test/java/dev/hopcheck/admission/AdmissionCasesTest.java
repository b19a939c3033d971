package dev.hopcheck.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.schema.KubernetesVersion;
import dev.hopcheck.schema.Schemas;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlLimits;
import dev.hopcheck.yaml.YamlNode;
import dev.hopcheck.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Walks {@code testdata/admission/<kind>/*.yaml}. A line of a document that is refused carries
 * {@code # expect: RULE REASON FIELD}, several joined by {@code ;}, for each rejection that points
 * at it, those in consequences included; a document without such lines is accepted. A file whose
 * name ends in {@code -1.NN.yaml} is judged by that version.
 */
class AdmissionCasesTest {
  private static final String MARK = "# expect: ";
  private static final Path CASES = Path.of(System.getProperty("hopcheck.testdata"), "admission");

  @TestFactory
  List<DynamicTest> cases() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : files()) {
      String name = CASES.relativize(file).toString().replace('\\', '/');
      tests.add(DynamicTest.dynamicTest(name, () -> check(file)));
    }
    return tests;
  }

  @Test
  void looksAtSomething() throws IOException {
    assertThat(files()).hasSizeGreaterThan(10).allMatch(file -> file.toString().endsWith(".yaml"));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(CASES)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void check(Path path) throws IOException {
    SourceFile file = SourceFile.of(path.getFileName().toString(), Files.readString(path));
    assertThat(rejections(file, versionOf(path))).isEqualTo(marks(path));
  }

  /** What is written in the comments, as {@code LINE: RULE REASON FIELD}. */
  private static TreeSet<String> marks(Path path) throws IOException {
    TreeSet<String> marks = new TreeSet<>();
    List<String> lines = Files.readAllLines(path);
    for (int i = 0; i < lines.size(); i++) {
      int mark = lines.get(i).indexOf(MARK);
      if (mark < 0) {
        continue;
      }
      for (String expected : lines.get(i).substring(mark + MARK.length()).split(";")) {
        marks.add((i + 1) + ": " + expected.strip());
      }
    }
    return marks;
  }

  private static TreeSet<String> rejections(SourceFile file, KubernetesVersion version) {
    Schemas schemas = Schemas.of(version);
    Admission admission = new Admission(ServerFacts.of(version));
    TreeSet<String> found = new TreeSet<>();
    int judged = 0;
    for (YamlDocument document : YamlReader.read(file, YamlLimits.DEFAULT).documents()) {
      YamlNode root = document.root();
      if (root == null) {
        continue;
      }
      String apiVersion = root.get("apiVersion").text();
      String kind = root.get("kind").text();
      assertThat(Admission.knows(apiVersion, kind)).as("rules for " + kind).isTrue();
      ApiObject object = ApiObject.of(document, root, schemas.kinds().currentFor(apiVersion, kind));
      for (Finding finding : admission.admit(object, List.of())) {
        String start = finding.location().start().line() + ": " + finding.rule() + " ";
        found.add(start + words(finding.rejection()));
        for (Rejection consequence : finding.consequences()) {
          found.add(start + words(consequence));
        }
      }
      judged++;
    }
    assertThat(judged).isPositive();
    return found;
  }

  private static String words(Rejection rejection) {
    return (rejection.reason().word() + " " + rejection.field()).strip();
  }

  private static KubernetesVersion versionOf(Path path) {
    String name = path.getFileName().toString().replace(".yaml", "");
    int dash = name.lastIndexOf("-1.");
    KubernetesVersion version = dash < 0 ? null : KubernetesVersion.parse(name.substring(dash + 1));
    return version == null ? KubernetesVersion.NEWEST : version;
  }
}
