package dev.hopcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.rule.Rule;
import dev.hopcheck.source.SourceFile;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What never ends is given up and named, and all else is reported (robustness 79 and 101). */
class WatchTest {
  private final AtomicBoolean over = new AtomicBoolean();

  @AfterEach
  void letStuckThreadsEnd() {
    over.set(true);
  }

  /** Goes on and on; nothing but the end of the test stops it. */
  private void neverEnds() {
    while (!over.get()) {
      Thread.onSpinWait();
    }
  }

  private static LintRequest.Builder limited(LintRequest.Builder request, String... limits)
      throws UsageException {
    return request.limits(List.of(limits));
  }

  private static List<String> said(LintResult result) {
    List<String> said = new ArrayList<>();
    for (Finding finding : result.findings()) {
      said.add(finding.rule() + " " + finding.location().text());
    }
    for (Problem problem : result.problems()) {
      said.add(problem.id() + " " + problem.file() + ": " + problem.message());
    }
    return said;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void robustness79ARuleThatStaysAtAResourceIsGivenUpThere(int jobs) throws UsageException {
    Rule staying =
        TestRules.service(
            "staying",
            (service, in) -> {
              if (service.name().equals("bad")) {
                neverEnds();
              }
              TestRules.remark(service, in);
            });
    String text = String.join("---\n", TestRules.service("bad"), TestRules.service("good"));
    LintRequest.Builder request = LintRequest.ofTexts(List.of(SourceFile.of("a.yaml", text)));
    LintResult result =
        new Linter(TestRules.catalogue(staying, TestRules.badName()))
            .lint(limited(request.jobs(jobs), "document-time=1").build());
    assertThat(said(result))
        .containsExactly(
            "bad-name bad",
            "staying Service",
            "limit-time a.yaml: rule `staying` did not finish on Service `bad`: it took longer"
                + " than 1 second (limit `document-time`)");
    assertThat(result.exit()).isEqualTo(ExitCode.INCOMPLETE);
  }

  @Test
  void robustness79ARuleThatStaysAtAUnitIsGivenUpThere() throws UsageException {
    Rule staying = TestRules.cluster("staying", (cluster, in) -> neverEnds());
    LintRequest.Builder request =
        LintRequest.ofTexts(List.of(SourceFile.of("a.yaml", TestRules.service("web"))));
    LintResult result =
        new Linter(TestRules.catalogue(staying, TestRules.badName()))
            .lint(limited(request, "document-time=1").build());
    assertThat(said(result)).hasSize(2).anyMatch(said -> said.startsWith("bad-name web"));
    assertThat(said(result).get(1)).startsWith("limit-time").contains("rule `staying`");
  }

  /** Each call needs some of the stack, at least its way back. */
  private static int deep(int levels) {
    return levels == 0 ? 0 : deep(levels - 1) + 1;
  }

  @ParameterizedTest
  @CsvSource({"262144, false", "268435456, true"})
  void robustness79And97TheStackIsNamedWhereItIsTooSmall(long bytes, boolean enough)
      throws UsageException {
    Rule deep =
        TestRules.service(
            "deep",
            (service, in) -> {
              if (service.name().equals("bad") && deep(100_000) > 0) {
                TestRules.remark(service, in);
              }
            });
    String text = String.join("---\n", TestRules.service("bad"), TestRules.service("good"));
    LintRequest.Builder request = LintRequest.ofTexts(List.of(SourceFile.of("a.yaml", text)));
    LintResult result =
        new Linter(TestRules.catalogue(deep, TestRules.badName()))
            .lint(limited(request.jobs(1), "stack-size=" + bytes).build());
    if (enough) {
      assertThat(said(result)).containsExactly("deep Service", "bad-name bad");
      return;
    }
    assertThat(said(result)).hasSize(2).contains("bad-name bad");
    assertThat(said(result).get(1))
        .startsWith("internal-error a.yaml: ")
        .contains("rule `deep`", "Service `bad`", "StackOverflowError", "(limit `stack-size`)");
    assertThat(result.exit()).isEqualTo(ExitCode.INCOMPLETE);
  }

  @Test
  void workThatGoesOnIsNotGivenUp() throws UsageException {
    AtomicInteger asked = new AtomicInteger();
    Rule slow =
        TestRules.service(
            "slow",
            (service, in) -> {
              asked.incrementAndGet();
              sleep(400);
            });
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      text.append(TestRules.service("good" + i)).append("---\n");
    }
    LintRequest.Builder request =
        LintRequest.ofTexts(List.of(SourceFile.of("a.yaml", text.toString())));
    LintResult result =
        new Linter(TestRules.catalogue(slow))
            .lint(limited(request.jobs(1), "document-time=1").build());
    assertThat(result.problems()).isEmpty();
    assertThat(asked).hasValue(4);
  }

  /** As on a machine that others use: a step that gets no processor takes longer, but no work. */
  @Test
  void whatWaitsIsNotTakenForWork() throws UsageException {
    Rule waiting =
        TestRules.service(
            "waiting",
            (service, in) -> {
              sleep(1_800);
              TestRules.remark(service, in);
            });
    LintRequest.Builder request =
        LintRequest.ofTexts(List.of(SourceFile.of("a.yaml", TestRules.service("web"))));
    LintResult result =
        new Linter(TestRules.catalogue(waiting))
            .lint(limited(request.jobs(1), "document-time=1").build());
    assertThat(said(result)).containsExactly("waiting Service");
  }

  @Test
  void robustness79WhatWaitsForEverIsGivenUpLater() throws UsageException {
    CountDownLatch never = new CountDownLatch(1);
    Rule waiting =
        TestRules.service(
            "waiting",
            (service, in) -> {
              while (!over.get()) {
                try {
                  never.await();
                } catch (InterruptedException asked) {
                  // As where a file system does not answer.
                }
              }
            });
    LintRequest.Builder request =
        LintRequest.ofTexts(List.of(SourceFile.of("a.yaml", TestRules.service("web"))));
    LintResult result =
        new Linter(TestRules.catalogue(waiting, TestRules.badName()))
            .lint(limited(request.jobs(1), "document-time=1").build());
    never.countDown();
    assertThat(said(result)).hasSize(2).anyMatch(said -> said.startsWith("bad-name web"));
    assertThat(said(result).get(1)).startsWith("limit-time").contains("rule `waiting`");
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException asked) {
      throw new AssertionError(asked);
    }
  }

  @Test
  void standardInputThatNeverEndsHindersNoFile(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("a.yaml"), TestRules.service("web"));
    CountDownLatch never = new CountDownLatch(1);
    InputStream stuck =
        new InputStream() {
          @Override
          public int read() {
            while (never.getCount() > 0) {
              try {
                never.await();
              } catch (InterruptedException asked) {
                // As a pipe: it is read until somebody writes.
              }
            }
            return -1;
          }
        };
    LintRequest.Builder request =
        LintRequest.of(List.of("a.yaml", "-")).base(folder).standardInput(stuck);
    LintResult result =
        new Linter(TestRules.catalogue(TestRules.badName()))
            .lint(limited(request, "run-time=1").build());
    never.countDown();
    assertThat(said(result))
        .containsExactly(
            "bad-name web",
            "limit-time -: not analysed: the run was over its time of 1 seconds (limit"
                + " `run-time`), or was cancelled");
    assertThat(result.accounting().failed()).isEqualTo(1);
    assertThat(result.accounting().analysed()).isEqualTo(1);
  }
}
