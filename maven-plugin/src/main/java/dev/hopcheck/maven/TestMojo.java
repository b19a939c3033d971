package dev.hopcheck.maven;

import dev.hopcheck.engine.AdoptionOptions;
import dev.hopcheck.engine.AtomicFile;
import dev.hopcheck.engine.Expectations;
import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.TestResult;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.report.TestJson;
import dev.hopcheck.report.TestJunit;
import dev.hopcheck.report.TestText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Holds what people expect of the network (files *.flows) against the simulated one. */
@Mojo(name = "test", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class TestMojo extends ManifestMojo {
  /** Whether what the manifests do not say is no failure. */
  @Parameter(property = "hopcheck.allowUnknown", defaultValue = "false")
  private boolean allowUnknown;

  /**
   * Formats in which reports are written besides the build's lines, each to a file in the folder of
   * reports: {@code junit} to {@code test.xml}, {@code json} to {@code test.json}, {@code text} to
   * {@code test.text}.
   */
  @Parameter(property = "hopcheck.testFormats", defaultValue = "junit")
  private List<String> formats = List.of("junit");

  @Override
  String subject() {
    return "expectation";
  }

  @Override
  void check(LintRequest.Builder request) throws UsageException, IOException, MojoFailureException {
    for (String format : formats) {
      ending(format);
    }
    AdoptionOptions adoption =
        new AdoptionOptions(config, isolated, cluster, ipFamilies, null, false, null);
    TestResult result = Expectations.check(request, adoption);
    StringBuilder text = new StringBuilder();
    TestText.write(result, true, text);
    BuildLines.write(text, getLog());
    for (String format : formats) {
      report(result, format);
    }
    BuildEnd.of(result, allowUnknown);
  }

  private static String ending(String format) throws UsageException {
    return switch (format) {
      case "junit" -> "xml";
      case "json", "text" -> format;
      default ->
          throw new UsageException(
              "there is no format `" + format + "` here; possible: text, json, junit");
    };
  }

  private void report(TestResult result, String format) throws UsageException, IOException {
    StringBuilder report = new StringBuilder();
    switch (format) {
      case "junit" -> TestJunit.write(result, allowUnknown, report);
      case "json" -> TestJson.write(result, report);
      default -> TestText.write(result, true, report);
    }
    Path to = reports();
    Files.createDirectories(to);
    AtomicFile.report(to.resolve("test." + ending(format)), report);
  }
}
