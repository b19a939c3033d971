package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a hook may hand over as names of files, to the real launcher: robustness 20 and 121. */
class HookArgumentsIT {
  private static final CaseTable CASES = new CaseTable();

  @TempDir private Path folder;

  @AfterAll
  static void show() {
    CASES.print();
  }

  @Test
  void robustness121NamesAreNamesWhateverTheyLookLike() throws Exception {
    List<String> names =
        List.of(
            "@evil.yaml",
            "--config=x.yaml",
            "--fix=unsafe",
            "-h",
            "--help",
            "$(touch owned).yaml",
            "`touch owned`",
            "a b;c'd\"e.yaml",
            "*",
            "-Dx=y",
            "nul\u00e9\u4f60.yaml");
    List<String> line = new ArrayList<>(List.of("lint", "--with-neighbours", "--"));
    for (String name : names) {
      Manifests.write(folder.resolve(name), Manifests.broken("web"));
      line.add(name);
    }
    Manifests.write(folder.resolve("x.yaml"), "rules: {node-port-out-of-range: off}\n");
    Launched done = Launched.run(folder, line.toArray(String[]::new));
    assertThat(done.exit()).as("%s", done).isEqualTo(1);
    for (String name : names) {
      assertThat(done.out()).contains("--> " + name + ":9:17");
    }
    assertThat(folder.resolve("owned")).doesNotExist();
    CASES.seen(121, names.size() + " names like options and commands", "each is a path", "exit 1");
  }

  @Test
  void robustness121ADeletedNameAndStandardInput() throws Exception {
    Manifests.write(folder.resolve("a.yaml"), Manifests.broken("web"));
    Launched done =
        Launched.run(folder, "lint", "--with-neighbours", "--", "a.yaml", "gone.yaml", "-");
    assertThat(done.exit()).isEqualTo(2);
    assertThat(done.out())
        .contains("problem[file-missing]: file does not exist", "--> gone.yaml:1", "--> a.yaml:9");
    CASES.seen(121, "deleted name, -", "exit 2, the rest is reported", "exit 2, both told");
  }

  @Test
  void robustness121TenThousandNames() throws Exception {
    List<String> line = new ArrayList<>(List.of("lint", "--with-neighbours", "--quiet", "--"));
    for (int i = 0; i < 10_000; i++) {
      String name = "k8s/" + i / 100 + "/manifest-" + i + ".yaml";
      Manifests.write(
          folder.resolve(name), "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c" + i + "}\n");
      line.add(name);
    }
    Manifests.write(folder.resolve("k8s/99/manifest-9999.yaml"), Manifests.broken("last"));
    Launched done = Launched.through(folder, Map.of(), "exec \"$@\"", line.toArray(String[]::new));
    assertThat(done.exit()).as(done.err()).isEqualTo(1);
    assertThat(done.out()).contains("--> k8s/99/manifest-9999.yaml:9:17");
    CASES.seen(121, "10,000 names", "all are read", "exit 1, the last is told");
  }
}
