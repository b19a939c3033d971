package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are told to end, or get in each other's way: robustness 93 to 95. */
class SignalsIT {
  private static final CaseTable CASES = new CaseTable();

  /** Signals that the build's own shell ignores are ignored by all below it, but for this. */
  private static final String LISTENING =
      "if env --default-signal=INT true 2>/dev/null; then exec env --default-signal=INT \"$@\"; fi;"
          + " exec \"$@\"";

  /** When a signal comes. */
  private enum Moment {
    ANALYSIS,
    WRITING
  }

  @TempDir private Path folder;

  @AfterAll
  static void show() {
    CASES.print();
  }

  @BeforeEach
  void manyErrors() throws Exception {
    Files.createDirectory(folder.resolve("k8s"));
    for (int i = 0; i < 6; i++) {
      Manifests.many(folder.resolve("k8s/many" + i + ".yaml"), 1_000);
    }
  }

  private Launched.Running report(String format, String name) throws IOException {
    return Launched.start(
        Launched.LAUNCHER,
        folder,
        Map.of(),
        LISTENING,
        "lint",
        "--format",
        format + "=" + name,
        "k8s");
  }

  @Test
  void robustness93And94ASignalLeavesAWholeReportOrNone() throws Exception {
    for (ReportFormat each : ReportFormat.values()) {
      String format = each.word();
      assertThat(report(format, "report").end().exit()).isEqualTo(1);
      String complete = Files.readString(folder.resolve("report"));
      Files.delete(folder.resolve("report"));
      signalled(format, "TERM", Moment.WRITING, complete);
      if (each != ReportFormat.TEXT && each != ReportFormat.JSON) {
        continue;
      }
      signalled(format, "TERM", Moment.ANALYSIS, complete);
      for (Moment moment : Moment.values()) {
        signalled(format, "INT", moment, complete);
        signalled(format, "KILL", moment, complete);
      }
    }
  }

  private void signalled(String format, String signal, Moment moment, String complete)
      throws Exception {
    Launched.Running run = report(format, "report");
    if (moment == Moment.ANALYSIS) {
      Thread.sleep(300);
    } else {
      awaitWriting(run.process());
    }
    run.signal(signal);
    Launched done = run.end();
    String input = "SIG" + signal + " during " + moment + ", " + format;
    int expected = Map.of("TERM", 143, "INT", 130, "KILL", 137).get(signal);
    boolean ended = done.exit() == expected;
    // It may have been done already.
    assertThat(ended || moment == Moment.WRITING && done.exit() == 1).as(input).isTrue();
    assertThat(done.out() + done.err()).as(input).isEmpty();
    List<Path> left = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.filter(Files::isRegularFile).forEach(left::add);
    }
    boolean written = left.remove(folder.resolve("report"));
    if (written) {
      assertThat(folder.resolve("report")).as(input).hasContent(complete);
      Files.delete(folder.resolve("report"));
    }
    for (Path rest : left) {
      // Nobody can tidy up after SIGKILL; what stays does not have the report's name.
      assertThat(signal).as("%s left %s", input, rest).isEqualTo("KILL");
      Files.delete(rest);
    }
    CASES.seen(
        signal.equals("KILL") ? 94 : 93,
        input.toLowerCase(Locale.ROOT),
        expected + ", a whole report or none",
        done.exit() + ", " + (written ? "a whole report" : "no report"));
  }

  /** Waits for the file beside the report. */
  private void awaitWriting(Process process) throws IOException {
    while (process.isAlive()) {
      try (Stream<Path> all = Files.list(folder)) {
        if (all.anyMatch(file -> file.toString().endsWith(".tmp"))) {
          return;
        }
      }
    }
  }

  @Test
  void robustness95TwoWritersOfOneReportAreNotMixed() throws Exception {
    List<String> possible = new ArrayList<>();
    for (String unit : List.of("many0", "many1", "many2", "many3")) {
      Launched.run(folder, "lint", "--format", "json=" + unit, "k8s/" + unit + ".yaml");
      possible.add(Files.readString(folder.resolve(unit)));
    }
    assertThat(possible).doesNotHaveDuplicates();
    List<Launched.Running> running = new ArrayList<>();
    for (String unit : List.of("many0", "many1", "many2", "many3")) {
      running.add(
          Launched.start(
              Launched.LAUNCHER,
              folder,
              Map.of(),
              null,
              "lint",
              "--format",
              "json=report",
              "k8s/" + unit + ".yaml"));
    }
    for (Launched.Running run : running) {
      assertThat(run.end().exit()).isEqualTo(1);
    }
    assertThat(Files.readString(folder.resolve("report"))).isIn(possible);
    CASES.seen(95, "4 writers of one report", "one whole report", "one whole report");
  }

  @Test
  void robustness95LaunchersThatTrainAtOnceDoNotDisturbEachOther() throws Exception {
    Path home = folder.resolve("tree/cli");
    Path launcher = LauncherTree.copyTo(home);
    List<Launched.Running> running = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      running.add(Launched.start(launcher, folder, Map.of(), null, "lint", "k8s/many0.yaml"));
    }
    Launched expected = Launched.run(folder, "lint", "k8s/many0.yaml");
    for (Launched.Running run : running) {
      assertThat(run.end()).isEqualTo(expected);
    }
    Launched warm = Launched.run(folder, "lint", "k8s/many0.yaml");
    assertThat(warm).isEqualTo(expected);
    assertThat(home.resolve("target/launch/answer")).isNotEmptyFile();
    assertThat(home.resolve("target/launch/lock")).doesNotExist();
    CASES.seen(95, "3 launchers train at once", "same bytes, one archive", "same bytes");
  }
}
