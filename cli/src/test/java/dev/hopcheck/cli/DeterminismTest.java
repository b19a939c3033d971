package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each format has one digest, whatever the threads, the order of arguments and of folders on the
 * disk, the place of the tree, the locale and the time zone: robustness 100 and 103 to 105. With
 * {@code -Pdeep} five times as often.
 */
class DeterminismTest {
  private static final CaseTable CASES = new CaseTable();
  private static final int REPEATS = Boolean.getBoolean("hopcheck.long") ? 5 : 1;
  private static final List<Integer> THREADS = List.of(1, 2, 4, 8, 16);
  private static final List<String> LOCALES = List.of("en-US", "de-DE", "tr-TR", "ar-EG", "und");
  private static final List<String> ZONES =
      List.of("UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati");
  private static final Path DATA = Path.of(System.getProperty("hopcheck.testdata", "../testdata"));

  @TempDir private Path temporary;

  @AfterAll
  static void show() {
    CASES.print();
  }

  @Test
  void robustness103To105OneDigestForEachFormat() throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Random random = new Random(103);
    Digests digests = new Digests();
    List<Path> trees =
        List.of(copy("a", false), copy("another/place with spaces", true), copy("ß/ü", false));
    int run = 0;
    try {
      for (int threads : THREADS) {
        for (int repeat = 0; repeat < REPEATS; repeat++, run++) {
          Path tree = trees.get(run % trees.size());
          Locale.setDefault(Locale.forLanguageTag(LOCALES.get(run % LOCALES.size())));
          TimeZone.setDefault(TimeZone.getTimeZone(ZONES.get(run % ZONES.size())));
          List<String> line = new ArrayList<>(List.of("lint", "--show=info", "--jobs=" + threads));
          line.addAll(Digests.options());
          List<String> folders = folders(tree);
          Collections.shuffle(folders, random);
          line.addAll(folders);
          CommandLine done = CommandLine.run(tree, line.toArray(String[]::new));
          assertThat(done.exit()).as(done.err()).isIn(1, 2);
          digests.take(tree, line.subList(0, 3) + " in " + tree + ", " + Locale.getDefault());
        }
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertThat(run).isEqualTo(THREADS.size() * REPEATS);
    digests.show(103, "threads, order, place, locale, zone", CASES);
  }

  private static List<String> folders(Path tree) throws IOException {
    try (Stream<Path> all = Files.list(tree)) {
      return new ArrayList<>(all.map(folder -> folder.getFileName().toString()).toList());
    }
  }

  /** Copies manifests; in reverse, the disk lists folders in another order. */
  private Path copy(String to, boolean reverse) throws IOException {
    Path target = Files.createDirectories(temporary.resolve(to));
    List<Path> files = new ArrayList<>();
    for (String part : List.of("slides", "apps", "rules")) {
      try (Stream<Path> all = Files.walk(DATA.resolve(part))) {
        all.filter(Files::isRegularFile).sorted().forEach(files::add);
      }
    }
    assertThat(files).hasSizeGreaterThan(100);
    if (reverse) {
      Collections.reverse(files);
    }
    for (Path file : files) {
      Path copy = target.resolve(DATA.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    return target;
  }

  @Test
  void robustness100ASecondRunInOneProcessIsAsTheFirst() throws Exception {
    Path app = DATA.resolve("apps/shop");
    List<List<String>> lines =
        List.of(
            List.of("lint", "--show=info", "."),
            List.of("routes", "."),
            List.of("resolve", "cart", "--from=default", "."),
            List.of("test", "--allow-empty", "."),
            List.of("rules"));
    List<CommandLine> first = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < lines.size(); i++) {
        CommandLine done = CommandLine.run(app, lines.get(i).toArray(String[]::new));
        if (round == 0) {
          first.add(done);
        }
        assertThat(done).as("%s", lines.get(i)).isEqualTo(first.get(i));
      }
      // A cancelled run leaves neither threads nor anything that the next one would see.
      Thread.currentThread().interrupt();
      CommandLine cancelled = CommandLine.run(app, "lint", "--show=info", ".");
      assertThat(Thread.interrupted()).isTrue();
      // All may have been done before anyone looked.
      assertThat(cancelled.exit()).isIn(2, first.get(0).exit());
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("hopcheck"));
    CASES.seen(100, "3 rounds of 5 commands, each cancelled once", "same bytes", "same bytes");
  }
}
