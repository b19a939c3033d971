package dev.hopcheck.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of {@code testdata/cluster} is a unit; {@code snapshot.golden.txt} is what the
 * cluster knows of it.
 */
class ClusterCasesTest {
  private static final Path CASES =
      Path.of(System.getProperty("hopcheck.testdata", "../testdata"), "cluster");

  @TestFactory
  List<DynamicTest> snapshots() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path folder : list(CASES)) {
      tests.add(DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }
    assertThat(tests).hasSizeGreaterThan(10);
    return tests;
  }

  private static void check(Path folder) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    for (Path path : list(folder)) {
      String name = path.getFileName().toString();
      if (name.endsWith(".yaml")) {
        files.add(SourceFile.of(name, path, Files.readAllBytes(path)));
      } else {
        assertThat(name).isEqualTo("snapshot.golden.txt");
      }
    }
    String found = SnapshotText.of(ResourceDsl.cluster(ClusterOptions.DEFAULTS, files));
    Path golden = folder.resolve("snapshot.golden.txt");
    String expected = Files.exists(golden) ? Files.readString(golden) : "";
    if (!found.equals(expected) && System.getProperty("golden", "").equals("update")) {
      Files.write(golden, found.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(found).as("snapshot of %s", folder).isEqualTo(expected);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    }
  }
}
