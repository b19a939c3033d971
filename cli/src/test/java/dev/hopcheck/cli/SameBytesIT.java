package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real launcher writes the same bytes in every locale and time zone, on every Java, with and
 * without its archive, whoever calls it: robustness 61 and 104 to 106. With {@code -Pdeep} all
 * combinations of them.
 */
class SameBytesIT {
  private static final CaseTable CASES = new CaseTable();
  private static final boolean LONG = Boolean.getBoolean("hopcheck.long");
  private static final Path DATA =
      Path.of(System.getProperty("hopcheck.testdata")).toAbsolutePath();

  private static final List<String> LOCALES =
      List.of("C", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8");
  private static final List<String> ZONES = List.of("UTC", "Asia/Kathmandu", "America/St_Johns");

  /** Each unsets a variable; an empty value stands for that. */
  private static final List<Map<String, String>> UNSET =
      List.of(Map.of(), Map.of("HOME", ""), Map.of("TERM", ""), Map.of("USER", "", "HOSTNAME", ""));

  private static final String AS_IT_IS = "exec \"$@\"";

  @TempDir private Path folder;

  /**
   * What surrounds a run.
   *
   * @param script how a shell calls the launcher
   */
  private record Surroundings(String java, Map<String, String> environment, String script) {}

  @AfterAll
  static void show() {
    CASES.print();
  }

  @AfterEach
  void unlink() throws IOException {
    Files.deleteIfExists(folder.resolve("work/data"));
  }

  @Test
  void robustness104To106WhateverTheMachineIs() throws Exception {
    Digests digests = new Digests();
    List<Path> javas = javas();
    assertThat(javas).isNotEmpty();
    // Java outside: the launcher prepares itself anew for another one.
    for (Path java : javas) {
      for (Surroundings surroundings : LONG ? all(java.toString()) : some(java.toString())) {
        lint(Launched.LAUNCHER, surroundings, digests);
      }
    }
    digests.show(104, javas.size() + " Javas, locales, zones, variables, umask", CASES);
  }

  @Test
  void robustness106WithAndWithoutTheArchive() throws Exception {
    Digests digests = new Digests();
    Path tree = folder.resolve("tree");
    Path launcher = LauncherTree.copyTo(tree);
    for (Path java : javas()) {
      Surroundings plain = new Surroundings(java.toString(), Map.of(), AS_IT_IS);
      Path launch = tree.resolve("target/launch");
      lint(launcher, plain, digests);
      assertThat(launch.resolve("answer")).isNotEmptyFile();
      lint(launcher, plain, digests);
      try (Stream<Path> files = Files.list(launch)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          if (file.getFileName().toString().startsWith("archive")) {
            Files.delete(file);
            Files.writeString(file, "no archive");
          }
        }
      }
      lint(launcher, plain, digests);
      Files.delete(launch.resolve("answer"));
    }
    digests.show(106, "archive cold, warm, broken", CASES);
  }

  private static List<Surroundings> some(String java) {
    return List.of(
        new Surroundings(java, Map.of("LC_ALL", "C"), AS_IT_IS),
        new Surroundings(java, Map.of("LC_ALL", "tr_TR.UTF-8", "TZ", "Asia/Kathmandu"), AS_IT_IS),
        new Surroundings(java, Map.of("HOME", "", "TERM", "", "TZ", ""), "umask 077; exec \"$@\""),
        new Surroundings(
            java,
            Map.of("JAVA_TOOL_OPTIONS", "-Duser.language=ar -Duser.country=EG"),
            "exec \"$@\" --jobs=3"));
  }

  private static List<Surroundings> all(String java) {
    List<Surroundings> all = new ArrayList<>(some(java));
    int threads = 0;
    for (String locale : LOCALES) {
      for (String zone : ZONES) {
        for (Map<String, String> unset : UNSET) {
          for (String umask : List.of("000", "077")) {
            Map<String, String> environment = new HashMap<>(unset);
            environment.put("LC_ALL", locale);
            environment.put("TZ", zone);
            String script = "umask " + umask + "; exec \"$@\" --jobs=" + (1 << threads++ % 5);
            all.add(new Surroundings(java, environment, script));
          }
        }
      }
    }
    return all;
  }

  private void lint(Path launcher, Surroundings surroundings, Digests digests) throws Exception {
    Map<String, String> environment = new HashMap<>(surroundings.environment());
    environment.put("HOPCHECK_JAVA", surroundings.java());
    Path work = folder.resolve("work");
    if (!Files.exists(work)) {
      Files.createDirectory(work);
      Files.createSymbolicLink(work.resolve("data"), DATA);
    }
    List<String> line = new ArrayList<>(List.of("lint", "--show", "info"));
    line.addAll(Digests.options());
    line.addAll(List.of("data/slides", "data/apps"));
    Launched done =
        Launched.start(
                launcher, work, environment, surroundings.script(), line.toArray(String[]::new))
            .end();
    assertThat(done.exit()).as("%s: %s", surroundings, done).isEqualTo(1);
    assertThat(Files.readString(work.resolve("out.text"))).contains("node-port-out-of-range");
    digests.take(work, surroundings);
  }

  /** The Java of this build and all that are installed in the usual folder. */
  private static List<Path> javas() throws IOException {
    List<Path> found = new ArrayList<>();
    found.add(Path.of(System.getProperty("java.home"), "bin", "java").toRealPath());
    Path usual = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(usual)) {
      try (Stream<Path> homes = Files.list(usual)) {
        homes
            .map(home -> home.resolve("bin/java"))
            .filter(Files::isExecutable)
            .sorted()
            .forEach(found::add);
      }
    }
    Set<Path> distinct = new LinkedHashSet<>();
    for (Path java : found) {
      distinct.add(java.toRealPath());
    }
    return List.copyOf(distinct);
  }
}
