package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real launcher over the packaged jars, in a copy of the tree whose path has spaces. */
class LauncherIT {
  /** A java of a version that is no JDK's here; it shows its arguments and ends as asked. */
  private static final String FAKE_JAVA =
      """
      #!/bin/sh
      case "$*" in
        -version) echo 'openjdk version "@"' >&2; exit 0 ;;
      esac
      for argument; do printf '[%s]\\n' "$argument"; done
      for argument; do
        case $argument in
          end-7) exit 7 ;;
          end-term) kill -TERM $$ ;;
        esac
      done
      """;

  @TempDir private Path temp;

  /** The copy of the module's folder. */
  private Path home;

  private Path launcher;
  private Path elsewhere;

  private record Run(int exit, String out, String err) {}

  @BeforeEach
  void copyTree() throws IOException {
    home = temp.resolve("a tree/with spaces/cli");
    launcher = home.resolve("bin/hopcheck");
    elsewhere = Files.createDirectories(temp.resolve("else where"));
    copy(Path.of("bin"), home.resolve("bin"));
    copy(Path.of("training"), home.resolve("training"));
    copy(Path.of("target/lib"), home.resolve("target/lib"));
  }

  @Test
  void startsFromAnyFolder() throws Exception {
    assertWrongUse(start(launcher));
  }

  @Test
  void startsThroughSymbolicLinks() throws Exception {
    Path absolute = Files.createSymbolicLink(elsewhere.resolve("absolute"), launcher);
    Path relative = Files.createSymbolicLink(elsewhere.resolve("relative"), Path.of("absolute"));
    Path folder = Files.createSymbolicLink(elsewhere.resolve("folder"), home.resolve("bin"));
    assertWrongUse(start(relative));
    assertWrongUse(start(absolute));
    assertWrongUse(start(folder.resolve("hopcheck")));
    assertThat(start(Path.of("sh"), Map.of(), "relative").exit()).isEqualTo(3);
  }

  @Test
  void robustness112KeepsItsAnswerUntilSomethingChanges() throws Exception {
    start(launcher);
    FileTime first = Files.getLastModifiedTime(answer());
    assertThat(Files.readString(answer())).contains("/target/launch/archive-");
    start(launcher);
    assertThat(Files.getLastModifiedTime(answer())).isEqualTo(first);

    FileTime later = FileTime.from(Instant.now().plusSeconds(2));
    Files.setLastModifiedTime(home.resolve("target/lib/rules.jar"), later);
    assertWrongUse(start(launcher));
    assertThat(Files.getLastModifiedTime(answer())).isNotEqualTo(first);
  }

  @Test
  void trainsByCheckingTheCorpus() throws Exception {
    start(launcher);
    assertThat(home.resolve("target/launch/training.log")).content().contains("3 files");
  }

  @Test
  void robustness112IgnoresTheAnswerOfAnotherTree() throws Exception {
    start(launcher);
    Path moved = temp.resolve("moved/cli");
    copy(home, moved);
    assertWrongUse(start(moved.resolve("bin/hopcheck")));
    assertThat(Files.readString(moved.resolve("target/launch/answer")))
        .contains(moved.toRealPath().toString())
        .doesNotContain("with spaces");
  }

  @Test
  void robustness112SaysNothingAboutABrokenArchive() throws Exception {
    Run sound = start(launcher);
    Run report = start(launcher, Map.of(), "rules", "--format", "json");
    List<Path> archives = list(home.resolve("target/launch"), "archive-");
    assertThat(archives).hasSizeBetween(1, 2);
    for (Path archive : archives) {
      Files.delete(archive);
      Files.writeString(archive, "no archive");
    }
    assertThat(start(launcher)).isEqualTo(sound);
    assertThat(start(launcher, Map.of(), "rules", "--format", "json")).isEqualTo(report);
    for (Path archive : archives) {
      Files.delete(archive);
    }
    assertThat(start(launcher)).isEqualTo(sound);
    assertThat(start(launcher, Map.of(), "rules", "--format", "json")).isEqualTo(report);
  }

  @Test
  void handsOnArgumentsExitCodesAndSignals() throws Exception {
    Map<String, String> environment = Map.of("HOPCHECK_JAVA", fakeJava("21.0.1").toString());
    Run run = start(launcher, environment, "lint", "a b", "", "*", "$HOME", "end-7");
    assertThat(run.exit()).isEqualTo(7);
    assertThat(run.out())
        .contains("[-cp]\n", "[dev.hopcheck.cli.Main]\n[lint]\n[a b]\n[]\n[*]\n[$HOME]\n[end-7]\n");
    assertThat(start(launcher, environment, "end-term").exit()).isEqualTo(128 + 15);
  }

  @Test
  void refusesAnOldJava() throws Exception {
    Run run = start(launcher, Map.of("HOPCHECK_JAVA", fakeJava("11.0.2").toString()));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("Java 11", "17 or newer").hasLineCount(1);
  }

  @Test
  void saysThatTheNamedJavaIsMissing() throws Exception {
    Run run = start(launcher, Map.of("HOPCHECK_JAVA", "/no/such/java"));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("/no/such/java").hasLineCount(1);
  }

  @Test
  void saysThatMavenIsMissing() throws Exception {
    delete(home.resolve("target/lib"));
    Run run = start(launcher, Map.of("PATH", tools().toString()));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("mvn", "Maven 3.8.7").hasLineCount(1);
  }

  @Test
  void showsWhyTheBuildFailedAndTriesAgain() throws Exception {
    delete(home.resolve("target/lib"));
    Path path = tools();
    script(path.resolve("mvn"), "#!/bin/sh\necho no such dependency\nexit 1\n");
    for (int i = 0; i < 2; i++) {
      Run run = start(launcher, Map.of("PATH", path.toString()));
      assertThat(run.exit()).isEqualTo(3);
      assertThat(run.err()).contains("no such dependency", "the build failed");
    }
  }

  @Test
  void callsAtTheSameTimeBuildOnce() throws Exception {
    Path built = temp.resolve("built");
    copy(home.resolve("target/lib"), built);
    delete(home.resolve("target"));
    Path path = tools();
    Path calls = temp.resolve("calls");
    script(
        path.resolve("mvn"),
        """
        #!/bin/sh
        echo "$*" >>'CALLS'
        mkdir -p cli/target/lib
        cp 'BUILT/cli.jar' cli/target/lib/
        sleep 1
        cp -r 'BUILT'/* cli/target/lib/
        """
            .replace("CALLS", calls.toString())
            .replace("BUILT", built.toString()));
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      processes.add(launch(launcher, Map.of("PATH", path.toString()), List.of("no-such-command")));
    }
    int building = 0;
    for (Process process : processes) {
      Run run = end(process);
      assertWrongUse(run);
      building += run.err().contains("building with Maven") ? 1 : 0;
    }
    assertThat(building).isEqualTo(1);
    assertThat(Files.readAllLines(calls)).hasSize(1).first().asString().contains("-pl cli");
    assertThat(home.resolve("target/launch/lock")).doesNotExist();
  }

  private static void assertWrongUse(Run run) {
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).isNotBlank().doesNotContain("Exception", "[warning]");
  }

  private Path answer() {
    return home.resolve("target/launch/answer");
  }

  private Run start(Path command) throws Exception {
    return start(command, Map.of(), "no-such-command");
  }

  private Run start(Path command, Map<String, String> environment, String... arguments)
      throws Exception {
    return end(launch(command, environment, List.of(arguments)));
  }

  private Process launch(Path command, Map<String, String> environment, List<String> arguments)
      throws IOException {
    List<String> line = new ArrayList<>();
    line.add(command.toString());
    line.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(line).directory(elsewhere.toFile());
    builder.environment().remove("HOPCHECK_JAVA");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** The outputs here are far smaller than a pipe's buffer. */
  private static Run end(Process process) throws Exception {
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out, err);
  }

  private Path fakeJava(String version) throws IOException {
    Path java = temp.resolve("java-" + version);
    script(java, FAKE_JAVA.replace("@", version));
    return java;
  }

  /** A folder for PATH that has what the launcher calls, and neither Maven nor Java. */
  private Path tools() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("tools"));
    for (String name :
        List.of("cat", "cp", "head", "mkdir", "mv", "readlink", "rm", "sed", "sleep", "tail")) {
      String path = Files.exists(Path.of("/usr/bin", name)) ? "/usr/bin/" : "/bin/";
      script(folder.resolve(name), "#!/bin/sh\nexec " + path + name + " \"$@\"\n");
    }
    return folder;
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static List<Path> list(Path folder, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = new ArrayList<>(walk.toList());
    }
    for (int i = files.size() - 1; i >= 0; i--) {
      Files.delete(files.get(i));
    }
  }
}
