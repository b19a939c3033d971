package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The real launcher prints the same bytes in every locale and time zone and on every Java. */
class SameBytesIT {
  private static final List<Map<String, String>> SURROUNDINGS =
      List.of(
          Map.of("LC_ALL", "C"),
          Map.of("LC_ALL", "tr_TR.UTF-8", "LANG", "tr_TR.UTF-8"),
          Map.of("TZ", "Pacific/Kiritimati"),
          Map.of("JAVA_TOOL_OPTIONS", "-Duser.language=tr -Duser.country=TR"));

  @Test
  void whateverTheMachineIs() throws Exception {
    List<Path> javas = javas();
    assertThat(javas).isNotEmpty();
    Map<String, String> first = new HashMap<>();
    // Java outside: the launcher prepares itself anew for another one.
    for (Path java : javas) {
      for (String format : List.of("text", "json")) {
        for (Map<String, String> surroundings : SURROUNDINGS) {
          String shown = run(java, surroundings, format);
          assertThat(shown).contains("node-port-out-of-range");
          String before = first.putIfAbsent(format, shown);
          assertThat(shown)
              .as("%s %s", java, surroundings)
              .isEqualTo(before == null ? shown : before);
        }
      }
    }
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

  private static String run(Path java, Map<String, String> surroundings, String format)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of("bin/hopcheck").toAbsolutePath().toString(),
            "lint",
            "--show",
            "info",
            "--format",
            format,
            "slides",
            "apps");
    builder.directory(Path.of(System.getProperty("hopcheck.testdata")).toFile());
    builder.environment().put("HOPCHECK_JAVA", java.toString());
    builder.environment().putAll(surroundings);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(1);
    return out;
  }
}
