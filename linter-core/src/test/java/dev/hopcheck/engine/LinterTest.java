package dev.hopcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.rule.Rule;
import dev.hopcheck.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine owes whatever the input and the rules: see robustness for the numbers. */
class LinterTest {
  private static LintResult lint(List<SourceFile> files, Rule... rules) {
    return new Linter(TestRules.catalogue(rules)).lint(LintRequest.ofTexts(files).build());
  }

  private static LintResult lint(String text, Rule... rules) {
    return lint(List.of(SourceFile.of("a.yaml", text)), rules);
  }

  private static List<String> ids(LintResult result) {
    List<String> ids = new ArrayList<>();
    for (Finding finding : result.findings()) {
      ids.add(finding.rule().value());
    }
    return ids;
  }

  private static List<String> problems(LintResult result) {
    List<String> ids = new ArrayList<>();
    for (Problem problem : result.problems()) {
      ids.add(problem.id());
    }
    return ids;
  }

  @Test
  void stampsFindingsWithRuleSeverityAndResource() {
    LintResult result = lint(TestRules.service("web"), TestRules.badName());
    assertThat(result.exit()).isEqualTo(ExitCode.FINDINGS);
    Finding finding = result.findings().get(0);
    assertThat(finding.rule().value()).isEqualTo("bad-name");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.field()).isEqualTo("metadata.name");
    assertThat(finding.resource().name()).isEqualTo("web");
    assertThat(finding.location().text()).isEqualTo("web");
  }

  @Test
  void robustness1And2EmptyFilesAreSkipped() {
    LintResult result =
        lint(
            List.of(
                SourceFile.of("a.yaml", ""),
                SourceFile.of("b.yaml", "# nothing\n---\n   \n"),
                SourceFile.of("c.yaml", "---\n".repeat(1000))),
            TestRules.badName());
    assertThat(result.exit()).isEqualTo(ExitCode.CLEAN);
    assertThat(result.skipped()).hasSize(3).allMatch(skipped -> skipped.reason().equals("empty"));
    assertThat(result.accounting()).isEqualTo(new Accounting(3, 0, 3, 0, 0, 0));
  }

  @Test
  void yamlThatIsNoKubernetesObjectIsSkipped() {
    LintResult result = lint("services:\n  web:\n    image: nginx\n", TestRules.badName());
    assertThat(result.exit()).isEqualTo(ExitCode.CLEAN);
    assertThat(result.skipped().get(0).reason()).isEqualTo("no Kubernetes object");
  }

  @Test
  void robustness18ABrokenDocumentHidesNoOther() {
    String text = "a: [\n---\n" + TestRules.service("web");
    LintResult result = lint(text, TestRules.badName());
    assertThat(result.exit()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(problems(result)).containsExactly("yaml-syntax");
    assertThat(ids(result)).containsExactly("bad-name");
    assertThat(result.findings().get(0).location().start().line()).isEqualTo(6);
    assertThat(result.accounting()).isEqualTo(new Accounting(1, 1, 0, 0, 1, 1));
  }

  @Test
  void listsAreTakenApart() {
    String text =
        """
        apiVersion: v1
        kind: List
        items:
          - apiVersion: v1
            kind: Service
            metadata: {name: one}
            spec: {ports: [{port: 80}]}
          - apiVersion: v1
            kind: Service
            metadata: {name: two}
            spec: {ports: [{port: 80}]}
        """;
    assertThat(ids(lint(text, TestRules.badName()))).containsExactly("bad-name", "bad-name");
  }

  @Test
  void aListOfObjectsIsNoObject() {
    String item = TestRules.service("web").indent(2);
    LintResult result = lint("- " + item.substring(2), TestRules.badName());
    assertThat(ids(result)).containsExactly("wrong-type");
    assertThat(result.accounting().analysed()).isEqualTo(1);
    assertThat(lint("- a: 1\n- b\n").skipped()).hasSize(1);
  }

  @Test
  void robustness79And97And98ABrokenRuleHindersNoOther() {
    Rule throwing = TestRules.service("throwing", (service, in) -> service.ports().get(99));
    Rule overflowing = TestRules.service("overflowing", (service, in) -> endless(1));
    Rule failing =
        TestRules.cluster(
            "failing",
            (cluster, in) -> {
              throw new AssertionError("of a rule");
            });
    LintResult result =
        lint(TestRules.service("web"), throwing, overflowing, failing, TestRules.badName());
    assertThat(ids(result)).containsExactly("bad-name");
    assertThat(problems(result))
        .containsExactly("internal-error", "internal-error", "internal-error");
    assertThat(result.problems())
        .extracting(Problem::message)
        .anyMatch(text -> text.startsWith("rule `overflowing` did not finish on Service `web`"))
        .anyMatch(text -> text.startsWith("rule `throwing` did not finish on Service `web`"))
        .anyMatch(text -> text.startsWith("rule `failing` did not finish: AssertionError"));
    assertThat(result.exit()).isEqualTo(ExitCode.INCOMPLETE);
  }

  private static int endless(int depth) {
    return endless(depth + 1) + 1;
  }

  @Test
  void aSeverityThatIsNotDeclaredIsABugOfTheRule() {
    Rule rule =
        new SilentRule(
            (service, in) ->
                in.at(service.head().name()).say("x").severity(Severity.INFO).report());
    assertThat(problems(lint(TestRules.service("web"), rule))).containsExactly("internal-error");
  }

  @Test
  void robustness79AFloodIsCappedAndCounted() {
    Rule flood =
        TestRules.service(
            "flood",
            (service, in) -> {
              for (int i = 0; i < 1_000_000; i++) {
                in.at(service.head().name()).say("number `" + i + "`").report();
              }
            });
    LintResult result = lint(TestRules.service("web"), flood, TestRules.badName());
    assertThat(result.findings()).hasSize(1_000);
    assertThat(problems(result)).containsOnly("limit-findings");
    assertThat(result.exit()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(result.counts().errors()).isGreaterThan(1_000);
  }

  @Test
  void oneScalarUsedThroughAliasesIsOneFinding() {
    Rule rule =
        TestRules.service(
            "port-bad",
            (service, in) ->
                service
                    .ports()
                    .forEach(
                        port ->
                            in.at(port.port())
                                .say("port `" + port.port().value() + "` is bad")
                                .report()));
    String text =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          ports:
            - {name: a, port: &p 80}
            - {name: b, port: *p, protocol: UDP}
        """;
    LintResult result = lint(text, rule);
    assertThat(ids(result)).containsExactly("port-bad");
    assertThat(result.findings().get(0).field()).isEqualTo("spec.ports[0].port");
  }

  @Test
  void aRunWithoutFilesIsIncompleteUnlessAllowed() {
    Linter linter = new Linter(TestRules.catalogue());
    LintRequest.Builder request = LintRequest.ofTexts(List.of());
    assertThat(linter.lint(request.build()).exit()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(linter.lint(request.allowEmpty(true).build()).exit()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void schemasCanBeRequired() {
    String text = "apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: x}\n";
    LintResult result = lint(text);
    assertThat(result.notValidated())
        .containsExactly(new NotValidated("example.com/v1", "Thing", 1));
    assertThat(result.exit()).isEqualTo(ExitCode.CLEAN);
    LintRequest strict =
        LintRequest.ofTexts(List.of(SourceFile.of("a.yaml", text))).requireSchemas(true).build();
    LintResult required = new Linter(TestRules.catalogue()).lint(strict);
    assertThat(problems(required)).containsExactly("schema-missing");
  }

  @Test
  void robustness100ACancelledRunSaysWhatWasLeftOut() {
    Thread.currentThread().interrupt();
    LintResult result = lint(TestRules.service("web"), TestRules.badName());
    assertThat(Thread.interrupted()).isTrue();
    if (result.exit() == ExitCode.INCOMPLETE) {
      assertThat(problems(result)).containsOnly("limit-time");
    } else {
      assertThat(ids(result)).containsExactly("bad-name");
    }
  }

  @Test
  void robustness101WhatIsDoneInTimeIsReportedTheRestListed() {
    String wrong = TestRules.service("web").replace("port: 80", "port: 99999");
    List<SourceFile> files = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      files.add(SourceFile.of(name + ".yaml", wrong));
    }
    LintRequest request =
        LintRequest.ofTexts(files)
            .jobs(1)
            .timeoutSeconds(1)
            .progress((done, all) -> sleep(done == 1 ? 1_100 : 0))
            .build();
    LintResult result = new Linter(TestRules.catalogue(TestRules.badName())).lint(request);
    assertThat(result.exit()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(ids(result)).containsExactly("port-out-of-range");
    assertThat(result.accounting().analysed()).isEqualTo(1);
    assertThat(result.problems())
        .filteredOn(problem -> problem.message().startsWith("not analysed"))
        .extracting(Problem::file)
        .containsExactly("b.yaml", "c.yaml");
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException asked) {
      throw new AssertionError(asked);
    }
  }

  @Test
  void robustness103ThreadsAndOrderChangeNothing(@TempDir Path folder) throws IOException {
    for (int i = 0; i < 30; i++) {
      Path sub = Files.createDirectories(folder.resolve("f" + i % 7));
      Files.writeString(sub.resolve(i + ".yaml"), TestRules.service("web-" + i));
    }
    List<String> first = null;
    for (int jobs : new int[] {1, 2, 4, 8, 16}) {
      LintRequest request =
          LintRequest.of(jobs % 3 == 0 ? List.of("f1", ".") : List.of("."))
              .base(folder)
              .jobs(jobs)
              .build();
      LintResult result = new Linter(TestRules.catalogue(TestRules.badName())).lint(request);
      List<String> shown = new ArrayList<>();
      for (Finding finding : result.findings()) {
        shown.add(finding.location().file().name() + " " + finding.headline());
      }
      assertThat(shown).hasSize(30);
      first = first == null ? shown : first;
      assertThat(shown).isEqualTo(first);
    }
  }

  @Test
  void neighboursAreReadButDoNotCount(@TempDir Path folder) throws IOException {
    Path shop = Files.createDirectories(folder.resolve("shop"));
    Files.writeString(shop.resolve("good.yaml"), TestRules.service("good"));
    Files.writeString(shop.resolve("bad.yaml"), TestRules.service("web"));
    Files.writeString(shop.resolve("broken.yaml"), "a: [\n");
    Files.createDirectories(shop.resolve("below"));
    Files.writeString(shop.resolve("below/other.yaml"), TestRules.service("other"));
    LintRequest.Builder request =
        LintRequest.of(List.of("shop/good.yaml")).base(folder).withNeighbours(true);
    Rule counting =
        TestRules.cluster(
            "counting",
            (cluster, in) ->
                in.at(cluster.resources().get(1).head().kindAt())
                    .say("`" + cluster.resources().size() + "` resources")
                    .severity(Severity.INFO)
                    .report());
    LintResult result =
        new Linter(TestRules.catalogue(TestRules.badName(), counting)).lint(request.build());
    assertThat(result.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.headline()).startsWith("`2` resources"));
    assertThat(result.elsewhere()).isEqualTo(1);
    assertThat(result.exit()).isEqualTo(ExitCode.CLEAN);
    assertThat(problems(result)).containsExactly("yaml-syntax");
    assertThat(result.accounting().discovered()).isEqualTo(3);
  }

  @Test
  void namedFilesAreOneUnitAndFoldersEachTheirOwn(@TempDir Path folder) throws Exception {
    for (String name : List.of("a", "b")) {
      Files.createDirectories(folder.resolve(name));
      Files.writeString(folder.resolve(name + "/s.yaml"), TestRules.service("good-" + name));
    }
    Rule counting =
        TestRules.cluster(
            "counting",
            (cluster, in) ->
                in.at(cluster.resources().get(0).head().kindAt())
                    .say("`" + cluster.resources().size() + "` resources")
                    .report());
    Linter linter = new Linter(TestRules.catalogue(counting));
    LintRequest.Builder named = LintRequest.of(List.of("a/s.yaml", "b/s.yaml")).base(folder);
    assertThat(linter.lint(named.build()).findings()).hasSize(1);
    assertThat(linter.lint(named.unit("file").build()).findings()).hasSize(2);
    LintRequest.Builder folders = LintRequest.of(List.of(".")).base(folder);
    assertThat(linter.lint(folders.build()).findings()).hasSize(2);
    assertThat(linter.lint(folders.unit("all").build()).findings()).hasSize(1);
  }

  @Test
  void aFindingBelongsToTheResourceThatItPointsAt() {
    Rule rule =
        TestRules.cluster(
            "second",
            (cluster, in) ->
                in.at(cluster.resources().get(1).head().name()).say("`b` is second").report());
    LintResult result = lint(TestRules.service("a") + "---\n" + TestRules.service("b"), rule);
    assertThat(result.findings().get(0).resource().name()).isEqualTo("b");
    assertThat(result.findings().get(0).document()).isEqualTo(1);
  }

  @Test
  void whatTheServerRefusesIsKnownToRules() {
    Rule rule =
        TestRules.service(
            "broken",
            (service, in) -> {
              if (in.isBroken(service)) {
                TestRules.remark(service, in);
              }
            });
    String refused = TestRules.service("bad").replace("port: 80", "port: 99999");
    LintResult result = lint(TestRules.service("fine") + "---\n" + refused, rule);
    assertThat(ids(result)).contains("broken");
    assertThat(result.findings())
        .extracting(Finding::headline)
        .contains("seen `bad` (at `Service`)");
    assertThat(result.findings())
        .extracting(Finding::headline)
        .doesNotContain("seen `fine` (at `Service`)");
  }
}
