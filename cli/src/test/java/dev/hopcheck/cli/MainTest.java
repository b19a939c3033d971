package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What goes wrong around a run, and what must not change its output: see robustness for the
 * numbers.
 */
class MainTest {
  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        type: NodePort
        ports:
          - port: 80
            nodePort: 99
      """;

  @TempDir Path folder;

  private void write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, BAD);
  }

  private CommandLine run(String... args) {
    return CommandLine.run(folder, args);
  }

  @ParameterizedTest
  @CsvSource({
    "No space left on device, true",
    "Bad file descriptor, true",
    "Broken pipe, false",
  })
  void robustness91AnOutputThatFailsMakesTheRunIncomplete(String why, boolean told) {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(why);
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            new Output(broken, false),
            new Output(err, false),
            Map.of(),
            folder);
    assertThat(Session.run(new String[] {"lint", "--allow-empty"}, streams)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).contains(why)).isEqualTo(told);
  }

  @Test
  void robustness92AReportThatCannotBeWrittenLeavesNothingBehind() throws IOException {
    write("k8s/a.yaml");
    Files.createDirectory(folder.resolve("taken"));
    Files.writeString(folder.resolve("old"), "old\n");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("old"));
    for (String target : List.of("taken", "link", "none/report")) {
      CommandLine done = run("lint", "--format", "json=" + target, "k8s");
      assertThat(done.exit()).as(target).isEqualTo(2);
      assertThat(done.err()).contains("`" + target + "` could not be written");
    }
    assertThat(folder.resolve("old")).hasContent("old\n");
    try (Stream<Path> paths = Files.list(folder)) {
      assertThat(paths.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("k8s", "taken", "old", "link");
    }
  }

  @Test
  void robustness101TheDeadlineIsTold() throws IOException {
    write("a.yaml");
    CommandLine done = run("lint", "--timeout", "0");
    assertThat(done.exit()).isEqualTo(3);
    assertThat(run("lint", "--timeout", "600").exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "de-DE", "ar-EG", "en-US"})
  void robustness104PlaceAndTimeChangeNothing(String tag) throws IOException {
    write("i/I.yaml");
    CommandLine first = run("lint", "--format", "json");
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      assertThat(run("lint", "--format", "json")).isEqualTo(first);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void robustness103And106EveryRunGivesTheSameBytes() throws IOException {
    for (int i = 0; i < 12; i++) {
      write("f" + i % 4 + "/" + i + ".yaml");
    }
    CommandLine first = run("lint", "--jobs", "1", "f0", "f1", "f2", "f3");
    for (int i = 0; i < 5; i++) {
      assertThat(run("lint", "--jobs", "" + (1 << i), "f3", "f1", "f0", "f2", "f1/1.yaml"))
          .isEqualTo(first);
    }
    assertThat(first.out()).contains("12 errors");
  }

  @Test
  void robustness105NothingTellsWhereTheTreeLies() throws IOException {
    write("a/a.yaml");
    write("b/a/a.yaml");
    CommandLine here = CommandLine.run(folder.resolve("a"), "lint", "--format", "json");
    CommandLine there = CommandLine.run(folder.resolve("b/a"), "lint", "--format", "json");
    assertThat(there).isEqualTo(here);
    assertThat(here.out()).doesNotContain(folder.toString());
  }

  @Test
  void colourIsForTerminalsThatWantIt() throws IOException {
    write("a.yaml");
    assertThat(coloured(Map.of("TERM", "xterm"), true)).isTrue();
    assertThat(coloured(Map.of("TERM", "xterm"), false)).isFalse();
    assertThat(coloured(Map.of("TERM", "dumb"), true)).isFalse();
    assertThat(coloured(Map.of("NO_COLOR", "1"), true)).isFalse();
    assertThat(coloured(Map.of("NO_COLOR", ""), true)).isTrue();
    assertThat(coloured(Map.of("NO_COLOR", "1"), false, "--color=always")).isTrue();
    assertThat(coloured(Map.of(), true, "--color", "never")).isFalse();
  }

  private boolean coloured(Map<String, String> environment, boolean terminal, String... options) {
    String[] args = Stream.concat(Stream.of("lint"), Stream.of(options)).toArray(String[]::new);
    CommandLine done = CommandLine.run(folder, new byte[0], environment, terminal, args);
    assertThat(done.exit()).isEqualTo(1);
    return done.out().contains("\u001b[");
  }

  @Test
  void everyCommandExplainsItself() {
    assertThat(Commands.all()).hasSizeGreaterThanOrEqualTo(3);
    for (Syntax syntax : Commands.all()) {
      CommandLine done = run(syntax.name(), "--help");
      assertThat(done.exit()).isZero();
      assertThat(done.out().lines().count()).as(syntax.name()).isLessThanOrEqualTo(40);
      assertThat(syntax.examples()).isNotEmpty();
      assertThat(Commands.find(syntax.name())).isSameAs(syntax);
    }
  }
}
