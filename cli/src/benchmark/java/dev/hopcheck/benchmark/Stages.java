package dev.hopcheck.benchmark;

import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Linter;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.report.ReportFormat;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.yaml.YamlLimits;
import dev.hopcheck.yaml.YamlReader;
import dev.hopcheck.yaml.YamlStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Stages of a run over one stream of 12,000 documents, once everything is compiled. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class Stages {
  private final Linter linter = Linter.installed();
  private final ReportFormat.Options options =
      new ReportFormat.Options(
          Severity.INFO, false, true, Severity.ERROR, Path.of(""), linter.catalogue(), "");
  private String folder = "";
  private SourceFile file = SourceFile.of("", "");
  private LintResult result = linter.lint(LintRequest.of(List.of()).allowEmpty(true).build());

  /** Makes the manifests. */
  @Setup
  public void manifests() throws IOException {
    Path made = Workload.ONE_STREAM.in(Path.of(System.getProperty("hopcheck.benchmarks")));
    folder = made.toString();
    byte[] bytes = Files.readAllBytes(made.resolve("unit-0").resolve("app-0.yaml"));
    file = SourceFile.of("app-0.yaml", null, bytes);
    result = lint();
  }

  /** Bytes to documents, in one thread. */
  @Benchmark
  public YamlStream read() {
    return YamlReader.read(file, YamlLimits.DEFAULT);
  }

  /** Everything but the report, in as many threads as there are cores. */
  @Benchmark
  public LintResult lint() {
    return linter.lint(LintRequest.of(List.of(folder)).build());
  }

  /** The report as JSON. */
  @Benchmark
  public int json() throws IOException {
    StringBuilder text = new StringBuilder();
    ReportFormat.JSON.report(options).write(result, text);
    return text.length();
  }
}
