package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A commit hook waits for what a run loads before its first finding. Classes are counted, not
 * milliseconds; a number may fall and should not grow without a reason.
 */
class StartUpIT {
  /** The watch over what never ends takes seven of them. */
  private static final int OWN = 370;

  private static final int ALL = 1_450;

  /** What only few runs need: the reference reader, schemas of users, expectations, JSON, XML. */
  private static final List<String> LATE =
      List.of(
          "org.snakeyaml.",
          "com.networknt.",
          "tools.jackson.",
          "com.fasterxml.",
          "org.antlr.",
          "com.google.re2j.",
          "org.slf4j.",
          "javax.xml.",
          "java.util.Formatter ");

  @TempDir private Path folder;

  @Test
  void aFindingNeedsFewClassesAndNoLibraryButTheParserOfOptions() throws Exception {
    Manifests.write(folder.resolve("web.yaml"), Manifests.broken("web"));
    List<String> loaded = loadedUntilTheEnd();
    List<String> own = new ArrayList<>();
    for (String name : loaded) {
      if (name.startsWith("dev.hopcheck.")) {
        own.add(name);
      }
      assertThat(LATE).as(name).noneMatch(late -> (name + " ").startsWith(late));
    }
    System.out.println("classes of a short run: " + loaded.size() + ", ours: " + own.size());
    assertThat(own).hasSizeBetween(100, OWN);
    assertThat(loaded).hasSizeLessThan(ALL);
  }

  /** Setting up the class of large decimals takes ten milliseconds and more on newer JDKs. */
  @Test
  void anOrdinaryFileNeedsNoLargeDecimals() throws Exception {
    String workload =
        """
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector:
            matchLabels: {app: web}
          template:
            metadata:
              labels: {app: web}
            spec:
              containers:
                - name: web
                  image: example.com/web:1
                  resources:
                    requests: {cpu: 100m, memory: 64Mi}
                    limits: {cpu: "0.5", memory: 1.5Gi}
        """;
    Manifests.write(folder.resolve("web.yaml"), Manifests.broken("web") + workload);
    loadedUntilTheEnd();
    List<String> setUp = Files.readAllLines(folder.resolve("set-up.txt"));
    assertThat(setUp).anyMatch(line -> line.contains("dev/hopcheck/admission/Admission"));
    assertThat(setUp.stream().filter(line -> line.contains("Initializing 'java/math/BigDecimal'")))
        .isEmpty();
  }

  private List<String> loadedUntilTheEnd() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=classes.txt:none",
                "-Xlog:class+init:file=set-up.txt:none",
                "-cp",
                Path.of("target", "lib").toAbsolutePath() + "/*",
                "dev.hopcheck.cli.Main",
                "lint",
                "web.yaml")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader reader = process.inputReader()) {
      assertThat(reader.lines()).anyMatch(line -> line.contains("1 error"));
    }
    assertThat(process.waitFor()).isEqualTo(1);
    List<String> names = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("classes.txt"))) {
      names.add(line.substring(0, line.indexOf(' ')));
    }
    return names;
  }
}
