package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An old repository with findings starts green; a fault that is planted then is found, alone, in
 * each format and by its commit.
 */
class AdoptionTest {
  private static final Path SLIDES =
      Path.of(System.getProperty("hopcheck.testdata", "../testdata"), "slides");
  private static final String FAULT = "target-port-not-declared";

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(SLIDES)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      Path target = folder.resolve(SLIDES.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  private CommandLine lint(String... more) {
    List<String> args = new ArrayList<>(List.of("lint"));
    args.addAll(List.of(more));
    return CommandLine.run(folder, args.toArray(new String[0]));
  }

  private void plant() throws IOException {
    replace("clusterip/service.yaml", "targetPort: 80\n", "targetPort: 81\n");
  }

  private void replace(String file, String old, String now) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(old);
    Files.writeString(path, text.replace(old, now));
  }

  @Test
  void aBaselineHidesWhatIsKnownAndExactlyThePlantedFaultIsReportedInEachFormat()
      throws IOException {
    assertThat(lint().exit()).isEqualTo(1);
    assertThat(lint("--baseline", "known.jsonl", "--write-baseline").exit()).isZero();
    CommandLine green = lint("--baseline", "known.jsonl", "--show", "info");
    assertThat(green.exit()).isZero();
    assertThat(green.out()).contains("0 errors, 0 warnings, 0 infos", "baseline: known.jsonl, ");
    plant();
    List<String> formats =
        List.of("text", "json", "sarif", "github", "gitlab", "junit", "markdown");
    for (String format : formats) {
      CommandLine found =
          lint("--baseline", "known.jsonl", "--fail-on", "warning", "--format", format);
      assertThat(found.exit()).as(format).isEqualTo(1);
      String out = found.out().toLowerCase(Locale.ROOT);
      assertThat(out).as(format).contains("target port", "clusterip/service.yaml");
      assertThat(out).as(format).doesNotContain("ngnix", "outside the range");
    }
    assertThat(lint("--baseline", "known.jsonl", "--format", "json").out())
        .contains("\"findings\":{\"error\":0,\"warning\":1,\"info\":0}", FAULT);
  }

  @Test
  void findingsAreKnownAgainWhenLinesMoveAndDocumentsChangePlaces() throws IOException {
    lint("--baseline", "known.jsonl", "--write-baseline");
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(path -> path.toString().endsWith(".yaml")).toList();
    }
    int several = 0;
    for (Path file : files) {
      String[] documents = Files.readString(file).split("\n---\n", -1);
      StringBuilder text = new StringBuilder("# moved\n\n\n");
      for (int i = documents.length - 1; i >= 0; i--) {
        text.append(documents[i].strip()).append(i == 0 ? "\n" : "\n---\n");
      }
      several += documents.length > 1 ? 1 : 0;
      Files.writeString(file, text.toString());
    }
    assertThat(several).isPositive();
    CommandLine moved = lint("--baseline", "known.jsonl", "--show", "info");
    assertThat(moved.out()).doesNotContain("no longer there").contains("0 errors, 0 warnings");
    assertThat(moved.exit()).isZero();
  }

  private CommandLine lintIn(String below, String... more) {
    List<String> args = new ArrayList<>(List.of("lint", "--show", "info"));
    args.addAll(List.of(more));
    return CommandLine.run(folder.resolve(below), args.toArray(new String[0]));
  }

  @Test
  void findingsAreKnownAgainWhereverTheRunIsStarted() throws IOException {
    Files.createDirectories(folder.resolve("ci"));
    lint("--baseline", "ci/known.jsonl", "--write-baseline");
    assertThat(Files.readString(folder.resolve("ci/known.jsonl")))
        .startsWith("{\"hopcheck\":\"baseline\",\"version\":2,\"root\":\"..\"}\n");
    String whole = folder.resolve("ci/known.jsonl").toString();
    assertThat(lintIn("nodeport", "--isolated").out()).doesNotContain(" 0 errors");
    for (CommandLine again :
        List.of(
            lintIn("", "--baseline", "ci/known.jsonl"),
            lintIn("", "--baseline", whole, "./nodeport"),
            lintIn("nodeport", "--baseline", "../ci/known.jsonl"),
            lintIn("ci", "--baseline", "known.jsonl", ".."),
            lintIn("ci", "--baseline", "known.jsonl", folder.toString()))) {
      assertThat(again.out())
          .contains("0 errors, 0 warnings, 0 infos")
          .doesNotContain("no longer there");
      assertThat(again.exit()).isZero();
    }
    String before = Files.readString(folder.resolve("ci/known.jsonl"));
    lintIn("nodeport", "--baseline", "../ci/known.jsonl", "--write-baseline");
    assertThat(folder.resolve("ci/known.jsonl")).hasContent(before);
  }

  @Test
  void baselinesOfTheFirstVersionNameFilesBelowTheWorkingDirectory() throws IOException {
    Files.createDirectories(folder.resolve("ci"));
    lint("--baseline", "ci/known.jsonl", "--write-baseline");
    Path file = folder.resolve("ci/known.jsonl");
    String now = Files.readString(file);
    String first = now.replace("\"version\":2,\"root\":\"..\"", "\"version\":1");
    assertThat(first).isNotEqualTo(now);
    Files.writeString(file, first);
    assertThat(lintIn("", "--baseline", "ci/known.jsonl").out())
        .contains("0 errors, 0 warnings, 0 infos");
    assertThat(lintIn("", "--baseline", "ci/known.jsonl", "--write-baseline").exit()).isZero();
    assertThat(file).hasContent(now);
    Files.writeString(file, now.replace("\"..\"", "\"../x\""));
    assertThat(lintIn("", "--baseline", "ci/known.jsonl").exit()).isEqualTo(3);
  }

  @Test
  void robustness111TooManyEntriesAreRefused() throws IOException {
    StringBuilder text = new StringBuilder("{\"hopcheck\":\"baseline\",\"version\":1}\n");
    for (int i = 0; i < 100_001; i++) {
      text.append("{\"file\":\"a\",\"rule\":\"b\",\"digest\":\"").append(i).append("\"}\n");
    }
    Files.writeString(folder.resolve("known.jsonl"), text.toString());
    CommandLine refused = lint("--baseline", "known.jsonl");
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err()).contains("100000 entries, the limit");
  }

  @Test
  void robustness107AFoundConfigurationIsNoLinkOutOfTheDirectory(@TempDir Path elsewhere)
      throws IOException {
    Files.writeString(elsewhere.resolve("secret"), "token: hunter2\n");
    Files.createSymbolicLink(folder.resolve("hopcheck.yaml"), elsewhere.resolve("secret"));
    CommandLine refused = lint();
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err()).contains("hopcheck.yaml").doesNotContain("token");
    assertThat(lint("--isolated").exit()).isEqualTo(2);
    Files.delete(folder.resolve("hopcheck.yaml"));
    Files.createSymbolicLink(folder.resolve("crds"), elsewhere);
    Files.writeString(folder.resolve("hopcheck.yaml"), "schemas: [crds]\n");
    assertThat(lint().err()).contains("a link leads out of it");
  }

  @Test
  void theFirstConfigurationIsRead() throws IOException {
    assertThat(CommandLine.run(folder, "init").exit()).isZero();
    CommandLine plain = lint("--isolated");
    CommandLine configured = lint();
    assertThat(configured.exit()).isEqualTo(plain.exit());
    assertThat(configured.out()).contains("configuration: hopcheck.yaml");
    String written = Files.readString(folder.resolve("hopcheck.yaml"));
    StringBuilder all = new StringBuilder();
    for (String line : written.substring(written.indexOf("# What is one")).split("\n", -1)) {
      String bare = line.startsWith("# ") ? line.substring(2) : "";
      all.append(bare.matches("[a-zA-Z]+:( [^ ].*)?|  .*") ? bare + "\n" : "");
    }
    Files.writeString(folder.resolve("hopcheck.yaml"), all.toString());
    CommandLine used = lint();
    assertThat(used.err()).isEmpty();
    assertThat(all).contains("rules:", "overrides:", "cluster:", "failOn: error");
  }

  private void git(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=n", "-c", "user.email=n@example.com", "-c"));
    command.add("commit.gpgsign=false");
    command.addAll(List.of(arguments));
    try {
      Process git =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(git.waitFor()).as(out).isZero();
    } catch (IOException none) {
      Assumptions.abort("no git here");
    }
  }

  private void commit(String message) throws Exception {
    git("add", "-A");
    git("commit", "-q", "-m", message);
  }

  @Test
  void aPlantedFaultIsFoundByItsCommit() throws Exception {
    git("init", "-q", "-b", "main");
    commit("old");
    assertThat(lint("--changed-since", "HEAD", "--show", "info").out())
        .contains("0 errors, 0 warnings, 0 infos", "changed since HEAD: 0 files");
    plant();
    commit("fault");
    CommandLine found = lint("--changed-since", "HEAD~1", "--format", "json");
    assertThat(found.out())
        .contains("\"findings\":{\"error\":0,\"warning\":1,\"info\":0}", FAULT, "\"files\":1");
    // One that is not committed, in a file that git does not know yet.
    Files.writeString(
        folder.resolve("clusterip/new name.yaml"),
        "apiVersion: v1\nkind: Service\nmetadata:\n  name: late\nspec:\n  type: ExternalName\n"
            + "  externalName: https://example.com\n");
    assertThat(lint("--changed-since", "HEAD").out())
        .contains("new name.yaml:7", "1 error, 0 warnings, 0 infos", "changed since HEAD: 1 file;");
  }

  @Test
  void aRenamedFileCountsOnlyByItsChangedLinesAndMainMayHaveGoneOn() throws Exception {
    git("init", "-q", "-b", "main");
    commit("old");
    git("checkout", "-q", "-b", "work");
    git("mv", "nodeport", "ports");
    commit("move");
    git("checkout", "-q", "main");
    plant();
    commit("fault of somebody else");
    git("checkout", "-q", "work");
    assertThat(lint("--changed-since", "main").out())
        .contains("0 errors, 0 warnings, 0 infos", "changed since main: 5 files");
  }

  @Test
  void whatIsMissingIsFoundWhereItWasRemoved() throws Exception {
    git("init", "-q", "-b", "main");
    commit("old");
    replace("clusterip/service.yaml", "  name: example-prod\n", "");
    commit("no name");
    assertThat(lint("--changed-since", "HEAD~1").out())
        .contains("clusterip/service.yaml", "1 error");
  }

  @Test
  void aRepositoryWithinCountsAsNewUnlessItIsOfTheRevision() throws Exception {
    git("init", "-q", "-b", "main");
    commit("old");
    git("init", "-q", "-b", "main", "inner");
    Files.writeString(
        folder.resolve("inner/late.yaml"),
        "apiVersion: v1\nkind: Service\nmetadata:\n  name: late\nspec:\n  type: ExternalName\n"
            + "  externalName: https://example.com\n");
    assertThat(lint("--changed-since", "HEAD").out())
        .contains("inner/late.yaml:7", "1 error, 0 warnings, 0 infos");
    git("-C", "inner", "add", "-A");
    git("-C", "inner", "commit", "-q", "-m", "inner");
    commit("with a submodule");
    assertThat(lint("--changed-since", "HEAD").out()).contains("0 errors, 0 warnings, 0 infos");
    assertThat(lint("--changed-since", "HEAD~1").out())
        .contains("inner/late.yaml:7", "1 error, 0 warnings, 0 infos");
  }

  @Test
  void aFaultThatOnlyARemovalCausesIsFoundByItsCommit() throws Exception {
    git("init", "-q", "-b", "main");
    commit("old");
    Files.delete(folder.resolve("clusterip/pods.yaml"));
    commit("pods gone");
    CommandLine found = lint("--changed-since", "HEAD~1", "--show", "info");
    assertThat(found.out()).contains("clusterip/service.yaml").doesNotContain("29999");
    assertThat(found.out()).doesNotContain(": 0 errors, 0 warnings, 0 infos");
    // What was broken before stays elsewhere: its selector matched nothing then as well.
    assertThat(found.out()).doesNotContain("clusterip/renamed-label.yaml");
    assertThat(lint("--changed-since", "HEAD", "--show", "info").out())
        .contains("0 errors, 0 warnings, 0 infos");
    CommandLine beside =
        lintIn("clusterip", "--changed-since", "HEAD~1", "--with-neighbours", "service.yaml");
    assertThat(beside.out()).contains("service.yaml").doesNotContain("0 infos");
    Files.writeString(folder.resolve("hopcheck.yaml"), "exclude: [clusterip/pods.yaml]\n");
    assertThat(lint("--changed-since", "HEAD~1", "--show", "info").out())
        .contains("0 errors, 0 warnings, 0 infos");
  }

  @Test
  void aFileThatIsMovedAwayOrADocumentTakenOutIsARemovalToo() throws Exception {
    git("init", "-q", "-b", "main");
    commit("old");
    Files.createDirectories(folder.resolve("elsewhere"));
    git("mv", "clusterip/pods.yaml", "elsewhere/pods.yaml");
    commit("moved");
    CommandLine found = lint("--changed-since", "HEAD~1", "--show", "info");
    assertThat(found.out())
        .contains("clusterip/service.yaml")
        .doesNotContain("elsewhere/pods.yaml", "29999");
    git("reset", "-q", "--hard", "HEAD~1");
    Files.writeString(folder.resolve("clusterip/pods.yaml"), "# none\n");
    commit("emptied");
    assertThat(lint("--changed-since", "HEAD~1", "--show", "info").out())
        .contains("clusterip/service.yaml")
        .doesNotContain("29999");
  }

  @Test
  void robustness110WhatIsAddedToKeepFindingsSilentIsShownByItself() throws Exception {
    git("init", "-q", "-b", "main");
    Files.writeString(folder.resolve("hopcheck.yaml"), "closed: false\n");
    commit("old");
    replace(
        "nodeport/node-port-29999.yaml",
        "nodePort: 29999",
        "nodePort: 29999 # hopcheck: ignore node-port-out-of-range -- trust me");
    lint("--baseline", "known.jsonl", "--write-baseline");
    Files.writeString(
        folder.resolve("hopcheck.yaml"), "closed: false\nrules: {yaml-duplicate-key: off}\n");
    commit("silence");
    CommandLine text = lint("--baseline", "known.jsonl", "--changed-since", "HEAD~1");
    assertThat(text.out())
        .contains("added since, which keeps findings from being reported:")
        .contains("suppression: nodeport/node-port-29999.yaml:")
        .contains("baseline: known.jsonl:2 ")
        .contains("configuration: hopcheck.yaml:2 yaml-duplicate-key");
    assertThat(text.exit()).isZero();
  }

  @Test
  void revisionsThatAreNoneAreWrongUse() throws Exception {
    git("init", "-q", "-b", "main");
    commit("old");
    for (String revision : List.of("nowhere", "--output=x", "", "HEAD:clusterip")) {
      assertThat(lint("--changed-since", revision).exit()).as(revision).isEqualTo(3);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString())).doesNotContain("x");
    }
  }
}
