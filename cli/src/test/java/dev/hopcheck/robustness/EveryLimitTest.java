package dev.hopcheck.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.config.Limit;
import dev.hopcheck.engine.ExitCode;
import dev.hopcheck.engine.Expectations;
import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Linter;
import dev.hopcheck.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each limit, made small, is hit by a small input and named where it is hit. */
class EveryLimitTest {
  private static final String CRD =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: crons.example.com}
      spec:
        group: example.com
        scope: Namespaced
        names: {plural: crons, singular: cron, kind: Cron, listKind: CronList}
        versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              properties:
                spec:
                  type: object
                  properties:
                    a: {type: string, pattern: "^((x){3,9})$"}
                    b: {type: integer}
                    c: {type: integer}
      ---
      apiVersion: example.com/v1
      kind: Cron
      metadata: {name: a}
      spec: {a: xxxx, b: no, c: no}
      """;

  /** A value that the input is over. */
  private static long small(Limit limit) {
    return switch (limit) {
      case FILE_SIZE, DOCUMENT_SIZE -> 20;
      case RUN_SIZE -> Texts.FAULTY.length() + 1;
      case NODES, EXPANDED_NODES -> 4;
      default -> 1;
    };
  }

  private static String input(Limit limit) {
    return switch (limit) {
      case EXPANDED_NODES -> Texts.config("a", "data: {a: &a {b: c}, d: *a, e: *a}\n");
      case FILE_FINDINGS, RUN_FINDINGS ->
          Texts.FAULTY + "---\n" + Texts.FAULTY.replace("faulty", "other");
      case SCHEMA_WORK,
          SCHEMA_FINDINGS,
          PATTERN_LENGTH,
          PATTERN_DEPTH,
          PATTERN_REPEAT,
          PATTERN_WORK ->
          CRD;
      default -> Texts.FAULTY;
    };
  }

  @ParameterizedTest
  @EnumSource(
      value = Limit.class,
      mode = EnumSource.Mode.EXCLUDE,
      // Time and the stack are held by WatchTest and LinterTest, queries below.
      names = {"DOCUMENT_TIME", "RUN_TIME", "STACK_SIZE", "QUERY_SIZE"})
  void isNamedWhereItIsHit(Limit limit, @TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("a.yaml"), input(limit));
    Files.writeString(folder.resolve("b.yaml"), Texts.GOOD);
    LintResult result =
        Linter.installed()
            .lint(
                LintRequest.of(List.of(""))
                    .base(folder)
                    .limits(List.of(limit.word() + "=" + small(limit)))
                    .build());
    String all = result.problems() + " " + result.findings();
    assertThat(all).contains("(limit `" + limit.word() + "`)");
    boolean shownLess = limit == Limit.SCHEMA_FINDINGS;
    assertThat(result.exit()).isEqualTo(shownLess ? ExitCode.FINDINGS : ExitCode.INCOMPLETE);
    assertThat(result.accounting().discovered()).isEqualTo(2);
    assertThat(result.accounting().balances()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(value = Limit.class, names = "QUERY_SIZE")
  void isNamedWhereAQuestionIsTooLong(Limit limit, @TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("a.yaml"), Texts.GOOD);
    Files.writeString(folder.resolve("a.flows"), "service web has endpoints\n");
    LintRequest request =
        LintRequest.of(List.of("")).base(folder).limits(List.of(limit.word() + "=1")).build();
    SourceFile none = null;
    assertThat(Expectations.check(request, none, null).problems().toString())
        .contains("(limit `" + limit.word() + "`)");
  }
}
