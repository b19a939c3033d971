package dev.hopcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.engine.Expectations;
import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.Simulation;
import dev.hopcheck.engine.TestResult;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.engine.Verdict;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.trace.TracedFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of {@code testdata/network} and {@code testdata/traces} is a cluster: its manifests,
 * {@code asked.flows} with what holds of it, and {@code cluster.yaml} where the cluster is no plain
 * one. {@code routes.txt} of a network, and {@code trace.txt} of traces, are what people see.
 */
class ScenariosTest {
  private static final Path DATA = Path.of(System.getProperty("hopcheck.testdata", "../testdata"));
  private static final Set<String> PARTS =
      Set.of("app.yaml", "cluster.yaml", "asked.flows", "routes.txt", "trace.txt");

  @TestFactory
  List<DynamicTest> network() throws IOException {
    return tests("network", 10);
  }

  @TestFactory
  List<DynamicTest> traces() throws IOException {
    return tests("traces", 12);
  }

  private static List<DynamicTest> tests(String kind, int atLeast) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path folder : list(DATA.resolve(kind))) {
      for (Path part : list(folder)) {
        assertThat(PARTS).contains(part.getFileName().toString());
      }
      tests.add(
          DynamicTest.dynamicTest(
              folder.getFileName().toString(), () -> check(folder, kind.equals("traces"))));
    }
    assertThat(tests).hasSizeGreaterThan(atLeast);
    return tests;
  }

  private static void check(Path folder, boolean traces) throws IOException, UsageException {
    LintRequest request = LintRequest.of(List.of("app.yaml", "asked.flows")).base(folder).build();
    SourceFile cluster = cluster(folder);
    TestResult result = Expectations.check(request, cluster, null);
    assertThat(result.problems()).isEmpty();
    assertThat(result.checked()).isNotEmpty();
    List<String> wrong = new ArrayList<>();
    List<TracedFlow> flows = new ArrayList<>();
    for (TestResult.Checked checked : result.checked()) {
      flows.addAll(checked.flows());
      if (checked.verdict() != Verdict.OK) {
        wrong.add(checked.stated().text() + ": " + checked.message());
      }
    }
    assertThat(wrong).isEmpty();
    StringBuilder text = new StringBuilder();
    if (traces) {
      TraceText.write(flows, text);
    } else {
      LintRequest manifests = LintRequest.of(List.of("app.yaml")).base(folder).build();
      RoutesText.write(Simulation.of(manifests, cluster, null), text);
    }
    golden(folder.resolve(traces ? "trace.txt" : "routes.txt"), text.toString());
  }

  private static @Nullable SourceFile cluster(Path folder) throws IOException {
    Path path = folder.resolve("cluster.yaml");
    return Files.exists(path)
        ? SourceFile.of("cluster.yaml", path, Files.readAllBytes(path))
        : null;
  }

  /** {@code -Dgolden=update} writes, and the test still fails. */
  private static void golden(Path golden, String found) throws IOException {
    String expected = Files.exists(golden) ? Files.readString(golden) : "";
    if (!found.equals(expected) && "update".equals(System.getProperty("golden"))) {
      Files.writeString(golden, found);
    }
    assertThat(found).isEqualTo(expected);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    }
  }
}
