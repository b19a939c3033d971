package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whole applications; the Maven plugin is held to the same goldens. */
class AppsTest {
  private static final Path APPS =
      Path.of(System.getProperty("hopcheck.testdata", "../testdata"), "apps");

  @TestFactory
  List<DynamicTest> lint() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> folders = Files.list(APPS)) {
      for (Path app : (Iterable<Path>) folders.sorted()::iterator) {
        tests.add(DynamicTest.dynamicTest(app.getFileName().toString(), () -> check(app)));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private static void check(Path app) throws IOException {
    SoftAssertions all = new SoftAssertions();
    String found = CommandLine.run(app, "lint").out();
    Golden.check(app.resolve("lint.golden.txt"), found, all);
    all.assertAll();
  }
}
