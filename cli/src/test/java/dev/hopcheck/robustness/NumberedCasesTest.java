package dev.hopcheck.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each numbered case of robustness has a test that carries its number, or a reason for none. */
class NumberedCasesTest {
  private static final int LAST = 121;

  /** Numbers without any test. */
  private static final Map<Integer, String> LEFT_OUT =
      Map.of(
          68, "nothing is ever fetched, so that there is no online mode",
          75, "there is no language of expressions, and definitions' rules are not evaluated");

  /** Numbers whose cases are not run through the command line by a table of this package. */
  private static final Map<Integer, String> ELSEWHERE =
      Map.of(
          57, "needs another user than the one that made the file: a test of the launcher",
          61, "needs names and locales that this process does not have: a test of the launcher",
          64, "needs limits of a process: a test of the launcher",
          79, "needs rules that misbehave, which no user can bring: a test of the engine");

  private static final int LAST_OF_TABLES = 79;

  private static final Pattern IN_JAVA = Pattern.compile("\\srobustness(\\d+(?:(?:And|To)\\d+)*)");
  private static final Pattern IN_BUILDS = Pattern.compile("# Robustness (\\d+)\\.");
  private static final Pattern NUMBERS = Pattern.compile("(And|To)?(\\d+)");

  private static List<CaseTable> tables() {
    return List.of(
        new EncodingCasesTest(),
        new SizeCasesTest(),
        new MeaningCasesTest(),
        new TreeCasesTest(),
        new SchemaCasesTest(),
        new QueryCasesTest(),
        new TrustCasesTest());
  }

  @Test
  void everyNumberHasATest() throws IOException {
    Set<Integer> found = inTables();
    found.addAll(inNames());
    Set<Integer> wanted = to(LAST);
    wanted.removeAll(LEFT_OUT.keySet());
    assertThat(found).containsExactlyElementsOf(wanted);
  }

  @Test
  void theTablesHoldAllThatOneRunOfTheCommandLineShows() throws IOException {
    Set<Integer> missing = to(LAST_OF_TABLES);
    missing.removeAll(inTables());
    missing.removeAll(LEFT_OUT.keySet());
    assertThat(missing).containsExactlyInAnyOrderElementsOf(ELSEWHERE.keySet());
    assertThat(inNames()).containsAll(ELSEWHERE.keySet());
  }

  private static Set<Integer> to(int last) {
    Set<Integer> numbers = new TreeSet<>();
    for (int number = 1; number <= last; number++) {
      numbers.add(number);
    }
    return numbers;
  }

  private static Set<Integer> inTables() {
    Set<Integer> numbers = new TreeSet<>();
    for (CaseTable table : tables()) {
      List<Case> cases = table.cases();
      assertThat(cases).hasSizeGreaterThan(20);
      for (Case one : cases) {
        numbers.add(one.number());
      }
    }
    return numbers;
  }

  private static Set<Integer> inNames() throws IOException {
    Set<Integer> found = new TreeSet<>();
    for (Path file : files(Path.of(".."))) {
      boolean java = file.getFileName().toString().endsWith(".java");
      Matcher matcher = (java ? IN_JAVA : IN_BUILDS).matcher(Files.readString(file));
      while (matcher.find()) {
        add(matcher.group(1), found);
      }
    }
    assertThat(found).hasSizeGreaterThan(30);
    return found;
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
