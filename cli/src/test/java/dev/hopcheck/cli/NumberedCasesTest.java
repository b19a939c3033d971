package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each numbered case of robustness from 80 on has a test that carries its number. */
class NumberedCasesTest {
  private static final int FIRST = 80;
  private static final int LAST = 121;

  /** About configuration, baselines and caches, which have tests of their own. */
  private static final Set<Integer> ELSEWHERE = Set.of(107, 108, 110, 111, 112);

  private static final Pattern IN_JAVA = Pattern.compile("\\srobustness(\\d+(?:(?:And|To)\\d+)*)");
  private static final Pattern IN_BUILDS = Pattern.compile("# Robustness (\\d+)\\.");
  private static final Pattern NUMBERS = Pattern.compile("(And|To)?(\\d+)");

  @Test
  void allOfThem() throws IOException {
    Set<Integer> found = new TreeSet<>();
    for (Path file : files(Path.of(".."))) {
      String name = file.getFileName().toString();
      Pattern pattern = name.endsWith(".java") ? IN_JAVA : IN_BUILDS;
      Matcher matcher = pattern.matcher(Files.readString(file));
      while (matcher.find()) {
        add(matcher.group(1), found);
      }
    }
    assertThat(found).hasSizeGreaterThan(30);
    Set<Integer> missing = new TreeSet<>();
    for (int number = FIRST; number <= LAST; number++) {
      if (!found.contains(number)) {
        missing.add(number);
      }
    }
    assertThat(missing).isSubsetOf(ELSEWHERE);
  }

  /** {@code 93And94} are two, {@code 80To90} eleven. */
  private static void add(String text, Set<Integer> to) {
    Matcher numbers = NUMBERS.matcher(text);
    int last = 0;
    while (numbers.find()) {
      int number = Integer.parseInt(numbers.group(2));
      for (int i = "To".equals(numbers.group(1)) ? last + 1 : number; i <= number; i++) {
        to.add(i);
      }
      last = number;
    }
  }

  private static List<Path> files(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : List.of("linter-core", "rules", "cli", "maven-plugin")) {
      for (String folder : List.of("src/test/java", "src/it")) {
        Path path = root.resolve(module).resolve(folder);
        if (Files.isDirectory(path)) {
          try (Stream<Path> all = Files.walk(path)) {
            all.filter(file -> file.toString().matches(".*(\\.java|invoker\\.properties)"))
                .forEach(files::add);
          }
        }
      }
    }
    return files;
  }
}
