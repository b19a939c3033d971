package dev.hopcheck.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.OperatingSystemMXBean;
import dev.hopcheck.cli.InProcess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Runs the cases of one table, and prints what was required and what was seen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CaseTable {
  /** No bound on speed: what hangs shall fail. */
  private static final Duration HANGS = Duration.ofSeconds(60);

  /** What a case may take on a machine that does nothing else; told by the table. */
  private static final double BOUND = 5;

  private static final int SHOWN = 160;

  /** A Service with one finding that fails nothing. */
  private static final String BESIDE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: beside, namespace: beside}
      spec:
        sessionAffinity: ClientIP
        clusterIP: None
        selector: {app: beside}
        ports: [{port: 80}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: beside, namespace: beside, labels: {app: beside}}
      spec:
        containers: [{name: a, image: a}]
      """;

  private static final String KNOWN = "beside/beside.yaml:";

  private final List<String> rows = new ArrayList<>();
  private final String title;
  @TempDir private Path temporary;

  CaseTable(String title) {
    this.title = title;
  }

  abstract List<Case> cases();

  @TestFactory
  final List<DynamicTest> everyCase() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Case one : cases()) {
      tests.add(DynamicTest.dynamicTest(one.number() + " " + one.input(), () -> hold(one)));
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private void hold(Case one) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(temporary.toRealPath(), "case-" + one.number() + "-");
    try {
      one.make(folder);
      long before = processorTime();
      Seen seen = assertTimeoutPreemptively(HANGS, () -> seen(one, folder));
      rows.add(row(one, seen, (processorTime() - before) / 1e9));
      judge(one, seen);
    } finally {
      delete(folder);
    }
  }

  private static Seen seen(Case one, Path folder) throws IOException {
    List<String> args = new ArrayList<>();
    if (!one.own()) {
      Files.createDirectories(folder.resolve("beside"));
      Files.writeString(folder.resolve("beside/beside.yaml"), BESIDE);
      args.addAll(List.of("lint", "--format", "json"));
    }
    args.addAll(List.of(one.arguments()));
    return new Seen(
        InProcess.run(folder, one.standardInput(), args.toArray(new String[args.size()])));
  }

  private static void judge(Case one, Seen seen) {
    List<String> findings = seen.findings();
    if (!one.own()) {
      assertThat(findings).as("the file beside").anyMatch(finding -> finding.contains(KNOWN));
      assertThat(seen.err()).isEmpty();
      int told = seen.files("analysed") + seen.files("skipped") + seen.files("failed");
      assertThat(told).as("files accounted for").isEqualTo(seen.files("discovered"));
    }
    findings.removeIf(finding -> finding.contains(KNOWN));
    boolean problems = same(one.problems(), seen.problems(), one.loose());
    assertThat(problems).as(mismatch(one, seen)).isTrue();
    assertThat(same(one.findings(), findings, one.loose())).as(mismatch(one, seen)).isTrue();
    assertThat(seen.exit()).as(mismatch(one, seen)).isEqualTo(one.exit());
    for (String part : one.said()) {
      assertThat(seen.out() + seen.err()).contains(part);
    }
    one.checks().forEach(check -> check.accept(seen));
  }

  private static String mismatch(Case one, Seen seen) {
    return "required: " + one.required() + "\nseen: " + seen.brief() + "\n" + cut(seen.out(), 3000);
  }

  /** Whether each of the expected was seen, and, unless loose, nothing else. */
  private static boolean same(List<String> expected, List<String> seen, boolean loose) {
    List<String> left = new ArrayList<>(seen);
    for (String one : expected) {
      int at = -1;
      for (int i = 0; i < left.size() && at < 0; i++) {
        boolean whole = one.indexOf(':') >= 0 ? left.get(i).equals(one) : isId(left.get(i), one);
        at = whole ? i : -1;
      }
      if (at < 0) {
        return false;
      }
      left.remove(at);
    }
    return loose || left.isEmpty();
  }

  private static boolean isId(String seen, String id) {
    return seen.startsWith(id + " ");
  }

  /** Unlike the time that passes, it does not depend on what else the machine does. */
  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static String row(Case one, Seen seen, double seconds) {
    String brief = seen.brief().replace(", info session-affinity-headless " + KNOWN + "5:20", "");
    String time = String.format(Locale.ROOT, "%.2f s", seconds);
    String bound = seconds <= BOUND ? time : time + ", MORE THAN " + BOUND + " s";
    String required = cut(one.required(), SHOWN);
    return one.number()
        + " | "
        + one.input()
        + " | "
        + required
        + " | "
        + bound
        + " | "
        + cut(brief, SHOWN);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + " ...";
  }

  @AfterAll
  final void print() {
    StringBuilder table =
        new StringBuilder(title + "\ncase | input | required | processor time | seen\n");
    for (String row : rows) {
      table.append(row.replace('\n', ' ')).append('\n');
    }
    System.out.print(table);
  }

  /** Also what a case has made unreadable. */
  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwx------"));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException failed)
              throws IOException {
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
