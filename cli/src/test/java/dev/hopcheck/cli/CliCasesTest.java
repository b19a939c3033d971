package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each folder of {@code testdata/cli} is a command line: {@code args.txt} with an argument a line,
 * {@code input} as its working directory, {@code stdin} if there is any; {@code stdout}, {@code
 * stderr} and {@code exit} are what it does, {@code after} the files that it made or changed.
 * Absent means empty. {@code hostile-name} holds the name, in escapes, that {@code
 * input/hostile.yaml} has during the run, as no repository should hold such names.
 */
class CliCasesTest {
  private static final Path CASES =
      Path.of(System.getProperty("hopcheck.testdata", "../testdata"), "cli");
  private static final Set<String> PARTS =
      Set.of(
          "args.txt",
          "input",
          "stdin",
          "stdout",
          "stderr",
          "exit",
          "after",
          "terminal",
          "hostile-name");

  @TempDir Path temporary;

  @TestFactory
  List<DynamicTest> cases() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path folder : list(CASES)) {
      String name = folder.getFileName().toString();
      tests.add(DynamicTest.dynamicTest(name, () -> check(folder, temporary.resolve(name))));
    }
    assertThat(tests).hasSizeGreaterThan(15);
    return tests;
  }

  private static void check(Path folder, Path work) throws IOException {
    for (Path part : list(folder)) {
      assertThat(PARTS).contains(part.getFileName().toString());
    }
    Files.createDirectories(work);
    if (Files.exists(folder.resolve("input"))) {
      copy(folder.resolve("input"), work);
    }
    byte[] in =
        Files.exists(folder.resolve("stdin"))
            ? Files.readAllBytes(folder.resolve("stdin"))
            : new byte[0];
    String[] args = Files.readAllLines(folder.resolve("args.txt")).toArray(new String[0]);
    boolean terminal = Files.exists(folder.resolve("terminal"));
    Path plain = work.resolve("hostile.yaml");
    Path hostile = plain;
    if (Files.exists(folder.resolve("hostile-name"))) {
      String escaped = Files.readString(folder.resolve("hostile-name")).strip();
      hostile = Files.move(plain, work.resolve(escaped.translateEscapes()));
    }
    CommandLine done = CommandLine.run(work, in, Map.of("TERM", "xterm"), terminal, args);
    if (!hostile.equals(plain)) {
      Files.move(hostile, plain);
    }
    SoftAssertions all = new SoftAssertions();
    Golden.check(folder.resolve("stdout"), done.out(), all);
    Golden.check(folder.resolve("stderr"), done.err(), all);
    Golden.check(folder.resolve("exit"), done.exit() + "\n", all);
    files(folder, work, all);
    all.assertAll();
  }

  private static void files(Path folder, Path work, SoftAssertions all) throws IOException {
    Set<String> names = new TreeSet<>();
    names.addAll(below(folder.resolve("after")));
    for (String name : below(work)) {
      Path before = folder.resolve("input").resolve(name);
      boolean same = Files.exists(before) && Files.mismatch(before, work.resolve(name)) < 0;
      if (!same) {
        names.add(name);
      }
    }
    for (String name : names) {
      Path golden = folder.resolve("after").resolve(name);
      Files.createDirectories(golden.getParent());
      Path made = work.resolve(name);
      Golden.check(golden, Files.exists(made) ? Files.readString(made) : "", all);
    }
  }

  private static List<String> below(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString())
          .sorted()
          .toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      paths.forEach(
          path -> {
            try {
              Path target = to.resolve(from.relativize(path).toString());
              if (!Files.isDirectory(path)) {
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
              }
            } catch (IOException failed) {
              throw new UncheckedIOException(failed);
            }
          });
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    }
  }
}
