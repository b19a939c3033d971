package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around the real launcher: robustness 51, 57, 64, 91, 92, 96, 99 and 115. */
class FaultsIT {
  private static final CaseTable CASES = new CaseTable();

  @TempDir private Path folder;

  @AfterAll
  static void show() {
    CASES.print();
  }

  @BeforeEach
  void oneError() throws IOException {
    Manifests.write(folder.resolve("k8s/web.yaml"), Manifests.broken("web"));
  }

  private Launched shell(String script, String... arguments) throws Exception {
    return Launched.through(folder, Map.of(), script, arguments);
  }

  @Test
  void robustness91AnOutputThatCannotBeWrittenIsIncomplete() throws Exception {
    Manifests.many(folder.resolve("k8s/many.yaml"), 900);
    record Fault(String name, String script, String said) {}
    List<Fault> faults =
        List.of(
            new Fault("full", "\"$@\" >/dev/full", "No space left on device"),
            new Fault("closed", "\"$@\" >&-", "standard output could not be written"),
            new Fault("both closed", "\"$@\" >&- 2>&-", ""),
            new Fault(
                "reader gone after a line",
                "{ { \"$@\"; echo $? >exit; } | head -n 1 >first; }; exit $(cat exit)",
                ""));
    for (String format : List.of("text", "json")) {
      for (Fault fault : faults) {
        Launched done = shell(fault.script(), "lint", "--format", format, "k8s");
        String input = "stdout " + fault.name() + ", " + format;
        assertThat(done.exit()).as(input).isEqualTo(2);
        assertThat(done.err()).as(input).contains(fault.said());
        assertThat(done.err().lines().count()).as(input).isEqualTo(fault.said().isEmpty() ? 0 : 1);
        CASES.seen(91, input, "exit 2", "exit 2, " + done.err().strip());
      }
    }
    for (String command : List.of("--help", "rules", "routes", "test --allow-empty")) {
      Launched done = shell("\"$@\" >/dev/full", command.split(" "));
      assertThat(done.exit()).as(command).isEqualTo(2);
      CASES.seen(91, "stdout full, " + command, "exit 2", "exit 2");
    }
    Launched quiet = shell("\"$@\" 2>/dev/full", "lint", "k8s");
    assertThat(quiet.exit()).isEqualTo(1);
    CASES.seen(91, "stderr full", "verdict stands", "exit " + quiet.exit());
  }

  @Test
  void robustness92AReportThatCannotBeWrittenLeavesAllAsItWas() throws Exception {
    Manifests.many(folder.resolve("k8s/many.yaml"), 200);
    Files.writeString(folder.resolve("old"), "old\n");
    Files.createDirectory(folder.resolve("taken"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("old"));
    Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"));
    shell("mkfifo fifo; \"$@\"", "--version");
    List<String> before = names(folder);
    record Fault(String target, String script) {}
    List<Fault> faults =
        List.of(
            new Fault("old", "ulimit -f 1; \"$@\""),
            new Fault("new", "ulimit -f 1; \"$@\""),
            new Fault("taken", "\"$@\""),
            new Fault("link", "\"$@\""),
            new Fault("dangling", "\"$@\""),
            new Fault("fifo", "\"$@\""),
            new Fault("/dev/full", "\"$@\""),
            new Fault("none/report", "\"$@\""),
            new Fault("old/report", "\"$@\""),
            new Fault("k8s/web.yaml", "\"$@\""));
    for (Fault fault : faults) {
      Launched done = shell(fault.script(), "lint", "--format", "json=" + fault.target(), "k8s");
      assertThat(done.exit()).as(fault.target()).isEqualTo(2);
      assertThat(done.err())
          .contains("report `" + fault.target() + "` could not be written: ")
          .doesNotContain(folder.toString())
          .hasLineCount(1);
      assertThat(names(folder)).as(fault.target()).isEqualTo(before);
      assertThat(folder.resolve("old")).hasContent("old\n");
      assertThat(folder.resolve("k8s/web.yaml")).hasContent(Manifests.broken("web"));
      CASES.seen(92, "report to " + fault.target(), "exit 2, nothing changed", done.err().strip());
    }
  }

  @Test
  void robustness92AReportInsideTheTreeIsNoManifest() throws Exception {
    List<String> sums = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Launched done = shell("\"$@\"", "lint", "--format", "json=k8s/report.json", "k8s");
      assertThat(done.exit()).isEqualTo(1);
      sums.add(Files.readString(folder.resolve("k8s/report.json")));
    }
    assertThat(sums.get(2)).isEqualTo(sums.get(1));
    CASES.seen(92, "report inside the tree", "never taken for a manifest", "skipped, exit 1");
  }

  @Test
  void robustness51ANamedPipeIsNeverOpened() throws Exception {
    Launched done = shell("mkfifo k8s/pipe.yaml; \"$@\"", "lint", "k8s");
    assertThat(done.exit()).isEqualTo(2);
    assertThat(done.out())
        .contains("k8s/pipe.yaml", "not a regular file", "error[node-port-out-of-range]");
    CASES.seen(51, "FIFO x.yaml", "never opened, exit 2", "exit 2, the rest is reported");
  }

  @Test
  void robustness57AnUnreadableFolderHidesNoOther() throws Exception {
    Manifests.write(folder.resolve("k8s/locked/b.yaml"), Manifests.broken("locked"));
    String script = "exec \"$@\"";
    if (isRoot()) {
      assumeTrue(has("setpriv"), "the tests run as root, and there is no setpriv to be another");
      // The packaged jars must be readable for that user; a private working tree is not.
      script = "exec setpriv --reuid 65534 --regid 65534 --clear-groups \"$@\"";
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      assumeTrue(
          shell(script, "--version").exit() == 0, "another user may not run this working tree");
    }
    Path locked = folder.resolve("k8s/locked");
    Path secret = Manifests.write(folder.resolve("k8s/secret.yaml"), Manifests.broken("secret"));
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    Launched done = shell(script, "lint", "k8s");
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(done.exit()).isEqualTo(2);
    assertThat(done.out())
        .contains("k8s/locked", "k8s/secret.yaml", "no permission", "k8s/web.yaml")
        .contains("1 error,", "incomplete: 2 problems")
        .doesNotContain("`secret`");
    CASES.seen(57, "unreadable folder and file", "siblings reported, exit 2", "exit 2, all told");
  }

  @Test
  void robustness64FewDescriptorsAndNoTemporaryFolder() throws Exception {
    Launched plain = shell("\"$@\"", "lint", "k8s");
    Launched few = shell("ulimit -n 32; \"$@\"", "lint", "k8s");
    assertThat(few).isEqualTo(plain);
    assertThat(few.exit()).isEqualTo(1);
    CASES.seen(64, "32 descriptors", "works", "exit 1, same bytes");
    Launched none =
        Launched.through(
            folder,
            Map.of("TMPDIR", "/nowhere", "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=/nowhere"),
            "\"$@\"",
            "lint",
            "--format",
            "text",
            "--format",
            "json=report",
            "k8s");
    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.out()).isEqualTo(plain.out());
    assertThat(folder.resolve("report")).isNotEmptyFile();
    CASES.seen(64, "no temporary folder", "works", "exit 1, same bytes");
  }

  @Test
  void robustness96AnExhaustedHeapGivesNoVerdict() throws Exception {
    Manifests.large(folder.resolve("k8s/large.yaml"), 60);
    Launched done =
        Launched.through(
            folder,
            Map.of("JAVA_TOOL_OPTIONS", "-Xmx24m"),
            "\"$@\"",
            "lint",
            "--format",
            "text",
            "--format",
            "json=report",
            "k8s");
    assertThat(done.exit()).isEqualTo(3);
    assertThat(done.out()).isEmpty();
    assertThat(done.err()).contains("hopcheck: `k8s/large.yaml`: out of memory; give Java more");
    assertThat(folder.resolve("report")).doesNotExist();
    CASES.seen(96, "heap of 24 MB", "no verdict, file named", "exit 3, " + last(done.err()));
  }

  @Test
  void robustness99TheClockCountsForNothingButSuppressions() throws Exception {
    Launched plain = shell("\"$@\"", "lint", "k8s");
    Map<String, String> epochs =
        Map.of(
            "Asia/Kathmandu", "0", "America/St_Johns", "2147483648", "Not/AZone", "253402300799");
    for (Map.Entry<String, String> entry : epochs.entrySet()) {
      Map<String, String> environment =
          Map.of("TZ", entry.getKey(), "SOURCE_DATE_EPOCH", entry.getValue());
      Launched done = Launched.through(folder, environment, "\"$@\"", "lint", "k8s");
      assertThat(done).as("%s", environment).isEqualTo(plain);
    }
    CASES.seen(99, "1970, 2038, 9999, odd zones", "same bytes", "same bytes");
    Manifests.write(
        folder.resolve("k8s/web.yaml"),
        Manifests.broken("web")
            .replace(
                "99",
                "99 # hopcheck: ignore node-port-out-of-range until 2030-01-01 -- not yet moved"));
    assertThat(at("0").exit()).isZero();
    assertThat(at("253402300799").exit()).isEqualTo(1);
    assertThat(at("253402300799").out()).contains("suppression-expired");
    CASES.seen(99, "suppression until 2030", "counts", "exit 0 in 1970, 1 in 9999");
  }

  private Launched at(String epoch) throws Exception {
    return Launched.through(folder, Map.of("SOURCE_DATE_EPOCH", epoch), "\"$@\"", "lint", "k8s");
  }

  @Test
  void robustness115VariablesAreNeitherShownNorPutIn() throws Exception {
    String canary = "canary-of-the-environment";
    Manifests.write(
        folder.resolve("k8s/$TOKEN.yaml"),
        Manifests.broken("web").replace("name: web", "name: ${TOKEN}\n  namespace: $TOKEN"));
    Manifests.write(folder.resolve("k8s/${env.TOKEN}.yaml"), "kind: [${env.TOKEN}\n");
    for (String format : List.of("text", "json")) {
      Launched done =
          Launched.through(
              folder,
              Map.of("TOKEN", canary),
              "\"$@\"",
              "lint",
              "--show",
              "info",
              "--format",
              format,
              "k8s");
      assertThat(done.exit()).isEqualTo(2);
      assertThat(done.out() + done.err()).contains("$TOKEN").doesNotContain(canary);
    }
    CASES.seen(115, "${TOKEN} in names and values", "never put in", "as written");
  }

  private static String last(String text) {
    String[] lines = text.strip().split("\n");
    return lines[lines.length - 1];
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private boolean has(String command) throws Exception {
    return shell("command -v " + command + " >/dev/null").exit() == 0;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(path -> folder.relativize(path).toString()).sorted().toList();
    }
  }
}
