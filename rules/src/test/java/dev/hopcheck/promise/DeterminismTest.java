package dev.hopcheck.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Linter;
import dev.hopcheck.report.JsonReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same manifests give the same bytes, however they are named and by how many threads. */
class DeterminismTest {
  private static final int RUNS = 5;

  @Test
  void ofOurOwnManifests() {
    List<String> folders = new ArrayList<>();
    for (String name : List.of("slides", "apps", "cluster", "rules")) {
      for (Path folder : Shared.list(Shared.testdata(name))) {
        folders.add(name + "/" + folder.getFileName());
      }
    }
    hold(Shared.testdata("."), folders);
  }

  @Test
  void ofRealManifests() {
    Path corpus = Shared.path("corpus");
    List<String> folders = new ArrayList<>();
    for (Path folder : Shared.list(corpus)) {
      String name = folder.getFileName().toString();
      // The largest are definitions of custom resources, which take long and say little.
      if (Files.isDirectory(folder)
          && !name.startsWith("argoproj")
          && !name.startsWith("kubeflow")) {
        folders.add(name);
      }
    }
    hold(corpus, folders);
  }

  private static void hold(Path base, List<String> folders) {
    assertThat(folders).hasSizeGreaterThan(5);
    String first = shown(base, folders, 1);
    assertThat(first).hasSizeGreaterThan(10_000);
    List<String> shuffled = new ArrayList<>(folders);
    Random random = new Random(5);
    for (int run = 1; run < RUNS; run++) {
      Collections.shuffle(shuffled, random);
      assertThat(shown(base, shuffled, run % 2 == 0 ? 1 : 4)).as("run %d", run).isEqualTo(first);
    }
  }

  private static String shown(Path base, List<String> folders, int jobs) {
    LintResult result =
        Linter.installed().lint(LintRequest.of(folders).base(base).jobs(jobs).build());
    StringBuilder json = new StringBuilder();
    try {
      new JsonReport().write(result, json);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return json.toString();
  }
}
