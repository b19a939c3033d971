package dev.hopcheck.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlLimits;
import dev.hopcheck.yaml.YamlReader;
import dev.hopcheck.yaml.YamlStream;
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
 * Walks {@code testdata/decoding/*.yaml}. A line carries {@code # expect: RULE REASON FIELD},
 * several joined by {@code ;}, for each rejection that points at it; a document without such lines
 * is decoded. A file whose name ends in {@code -1.NN.yaml} is judged by that version.
 */
class DecodingCasesTest {
  private static final String MARK = "# expect: ";
  private static final Path CASES = Path.of(System.getProperty("hopcheck.testdata"), "decoding");

  @TestFactory
  List<DynamicTest> cases() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : files()) {
      tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }
    return tests;
  }

  @Test
  void looksAtSomething() throws IOException {
    assertThat(files()).hasSizeGreaterThan(5).allMatch(file -> file.toString().endsWith(".yaml"));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(CASES)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void check(Path path) throws IOException {
    SourceFile file = SourceFile.of(path.getFileName().toString(), Files.readString(path));
    YamlStream stream = YamlReader.read(file, YamlLimits.DEFAULT);
    assertThat(stream.problems()).isEmpty();
    Decoder decoder = new Decoder(Schemas.of(version(path)));
    TreeSet<String> said = new TreeSet<>();
    for (YamlDocument document : stream.documents()) {
      for (Finding finding : decoder.decode(document, document.root(), null).findings()) {
        Rejection rejection = finding.rejection();
        assertThat(rejection).as(finding.headline()).isNotNull();
        said.add(line(finding, rejection));
        for (Rejection consequence : finding.consequences()) {
          said.add(line(finding, consequence));
        }
      }
    }
    assertThat(said).isEqualTo(marks(path));
  }

  private static String line(Finding finding, Rejection rejection) {
    String words = finding.rule() + " " + rejection.reason().word() + " " + rejection.field();
    return String.format("%4d ", finding.location().start().line()) + words.strip();
  }

  private static TreeSet<String> marks(Path path) throws IOException {
    TreeSet<String> marks = new TreeSet<>();
    List<String> lines = Files.readAllLines(path);
    for (int i = 0; i < lines.size(); i++) {
      int at = lines.get(i).indexOf(MARK);
      if (at >= 0) {
        for (String mark : lines.get(i).substring(at + MARK.length()).split(";")) {
          marks.add(String.format("%4d ", i + 1) + mark.strip());
        }
      }
    }
    return marks;
  }

  private static KubernetesVersion version(Path path) {
    String name = path.getFileName().toString();
    int dash = name.lastIndexOf("-1.");
    KubernetesVersion version =
        dash < 0 ? null : KubernetesVersion.parse(name.substring(dash + 1, name.length() - 5));
    return version == null ? KubernetesVersion.NEWEST : version;
  }
}
