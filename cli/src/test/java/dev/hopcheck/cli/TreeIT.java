package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trees that only a shell can make, for the real launcher: robustness 36, 56, 61 and 64. */
class TreeIT {
  private static final CaseTable CASES = new CaseTable();

  /** Names in bytes, as printf writes them: UTF-8 composed and not, Latin-1, half a character. */
  private static final List<String> NAMES =
      List.of(
          "\\303\\251.yaml",
          "e\\314\\201.yaml",
          "\\351.yaml",
          "a\\377.yaml",
          "\\344\\275\\240.yaml",
          "\\360\\237\\230\\200.yaml",
          "a\\303.yaml",
          "a\\033[31m.yaml",
          "a\\nb.yaml");

  @TempDir private Path folder;

  @AfterAll
  static void show() {
    CASES.print();
  }

  @BeforeEach
  void oneError() throws Exception {
    Manifests.write(folder.resolve("k8s/web.yaml"), Manifests.broken("web"));
  }

  private Launched shell(Map<String, String> environment, String script, String... arguments)
      throws Exception {
    return Launched.through(folder, environment, script, arguments);
  }

  @Test
  void robustness36DeeperThanPathsCanBe() throws Exception {
    String name = "d".repeat(200);
    String make =
        "(cd k8s; for i in $(seq 40); do mkdir " + name + " && cd -P " + name + "; done); ";
    try {
      Launched done = shell(Map.of(), make + "exec \"$@\"", "lint", "k8s");
      assertThat(done.exit()).isEqualTo(2);
      assertThat(done.out()).contains("cannot be read", "k8s/web.yaml:9", "incomplete: 1 problem");
      CASES.seen(36, "folders of 8,000 bytes of path", "told, the rest is read", "exit 2");
    } finally {
      shell(Map.of(), "rm -rf k8s/" + name, "--version");
    }
  }

  @Test
  void robustness56AFolderMountedIntoItselfIsVisitedOnce() throws Exception {
    String mount = "mkdir -p k8s/again; mount --bind k8s k8s/again || exit 99; exec \"$@\"";
    Launched done =
        shell(Map.of(), "exec unshare -Urm sh -c '" + mount + "' sh \"$@\"", "lint", "k8s");
    assumeTrue(done.exit() < 99 && !done.err().contains("unshare"), "nothing can be mounted here");
    assertThat(done.exit()).as("%s", done).isEqualTo(1);
    assertThat(done.out()).contains("1 file, 1 document: 1 error");
    CASES.seen(56, "a folder mounted into itself", "visited once", "1 file, exit 1");
  }

  @Test
  void robustness61NamesAreTheSameInEveryLocale() throws Exception {
    StringBuilder make = new StringBuilder();
    for (String name : NAMES) {
      make.append("cp k8s/web.yaml \"k8s/$(printf '" + name + "')\" || exit 9; ");
    }
    Launched first = null;
    for (String format : List.of("text", "json", "sarif", "junit")) {
      first = null;
      for (String locale : List.of("C", "C.UTF-8", "POSIX", "tr_TR.UTF-8", "de_DE.ISO-8859-1")) {
        Launched done =
            shell(
                Map.of("LC_ALL", locale), make + "exec \"$@\"", "lint", "--format", format, "k8s");
        assertThat(done.exit()).as("%s", done).isEqualTo(1);
        first = first == null ? done : first;
        assertThat(done).as(locale).isEqualTo(first);
      }
    }
    Launched text = shell(Map.of(), "exec \"$@\"", "lint", "k8s");
    assertThat(text.out()).contains("k8s/\u00e9.yaml", "k8s/\\xE9.yaml", "k8s/a\\xFF.yaml");
    assertThat(text.out()).contains(NAMES.size() + 1 + " files");
    CASES.seen(61, NAMES.size() + " names, 5 locales, 4 formats", "same bytes", "same bytes");
  }

  @Test
  void robustness64AFolderForTemporaryFilesThatCannotBeWritten() throws Exception {
    Launched plain = shell(Map.of(), "exec \"$@\"", "lint", "k8s");
    for (String place : List.of("/proc", "/dev/null", "/nowhere")) {
      Map<String, String> environment =
          Map.of("TMPDIR", place, "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + place);
      Launched done = shell(environment, "exec \"$@\"", "lint", "k8s");
      assertThat(done.exit()).isEqualTo(1);
      assertThat(done.out()).isEqualTo(plain.out());
    }
    CASES.seen(64, "no usable folder for temporary files", "works", "exit 1, same bytes");
  }
}
