package dev.hopcheck.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.Linter;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Mistakes put into projects that are right are found where they are made and where they hurt. */
class MutationTest {
  private static final long SEED = 6;

  private final Linter linter = Linter.installed();

  @Test
  void mistakesInOurOwnProjectsAreFound() {
    List<List<SourceFile>> projects = new ArrayList<>();
    for (Path app : Shared.list(Shared.testdata("apps"))) {
      projects.add(read(app));
    }
    hold(projects, 40, 100.0);
  }

  @Test
  void mistakesInRealProjectsAreFound() {
    Path corpus = Shared.path("corpus");
    hold(
        List.of(
            read(corpus.resolve("GoogleCloudPlatform+microservices-demo/kubernetes-manifests")),
            read(corpus.resolve("GoogleCloudPlatform+bank-of-anthos/kubernetes-manifests")),
            read(
                corpus.resolve(
                    "microservices-demo+microservices-demo/deploy/kubernetes/manifests"))),
        200,
        99.0);
  }

  private void hold(List<List<SourceFile>> projects, int atLeast, double floor) {
    Map<String, int[]> byKind = new TreeMap<>();
    List<String> missed = new ArrayList<>();
    int all = 0;
    Random random = new Random(SEED);
    for (List<SourceFile> files : projects) {
      for (Change change : Mistakes.in(References.of(files), random)) {
        all++;
        List<Finding> findings =
            linter.lint(LintRequest.ofTexts(change.applied(files)).jobs(1).build()).findings();
        int[] counts = byKind.computeIfAbsent(change.kind(), unused -> new int[2]);
        counts[1]++;
        if (change.isFound(findings)) {
          counts[0]++;
        } else {
          missed.add(
              change.kind()
                  + ": "
                  + change.title()
                  + ": wanted "
                  + change.rule()
                  + " at "
                  + change.at()
                  + " touching "
                  + change.touched()
                  + ", said "
                  + said(findings));
        }
      }
    }
    byKind.forEach((kind, n) -> System.out.println(n[0] + " of " + n[1] + "  " + kind));
    missed.forEach(System.out::println);
    System.out.println("mistakes: " + (all - missed.size()) + " of " + all + " found as expected");
    assertThat(all).isGreaterThanOrEqualTo(atLeast);
    assertThat(100.0 * (all - missed.size()) / all).isGreaterThanOrEqualTo(floor);
  }

  private static List<String> said(List<Finding> findings) {
    List<String> said = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.severity() != Severity.INFO) {
        said.add(
            finding.rule()
                + " "
                + Change.Line.of(finding.location())
                + finding.related().stream().map(other -> Change.Line.of(other.at())).toList());
      }
    }
    return said;
  }

  private static List<SourceFile> read(Path root) {
    List<SourceFile> files = new ArrayList<>();
    for (Path file : Shared.manifests(root)) {
      files.add(SourceFile.of(root.relativize(file).toString(), Shared.text(file)));
    }
    return files;
  }
}
