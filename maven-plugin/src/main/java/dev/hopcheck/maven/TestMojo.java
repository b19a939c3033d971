package dev.hopcheck.maven;

import dev.hopcheck.engine.AtomicFile;
import dev.hopcheck.engine.Expectations;
import dev.hopcheck.engine.LintAborted;
import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.TestResult;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.report.TestJunit;
import dev.hopcheck.report.TestText;
import dev.hopcheck.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Holds what people expect of the network (files *.flows) against the simulated one. */
@Mojo(name = "test", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class TestMojo extends AbstractMojo {
  /**
   * Files and folders with manifests and the expectations beside them, from the project's folder.
   * Without them: the same folders as those of the goal {@code lint}.
   */
  @Parameter(property = "hopcheck.paths")
  private List<String> paths = List.of();

  /**
   * What is one cluster: {@code folder}, {@code file} or {@code all}. Without it each folder is.
   */
  @Parameter(property = "hopcheck.unit")
  private @Nullable String unit;

  /** The namespace of resources that name none; without it {@code default}. */
  @Parameter(property = "hopcheck.namespace")
  private @Nullable String namespace;

  /** A file that describes the cluster: nodes, placement, domain and so on. */
  @Parameter(property = "hopcheck.cluster")
  private @Nullable File cluster;

  /** Whether what the manifests do not say is no failure. */
  @Parameter(property = "hopcheck.allowUnknown", defaultValue = "false")
  private boolean allowUnknown;

  /** The folder of reports; the result is written there as {@code test.xml} in JUnit's form. */
  @Parameter(
      property = "hopcheck.reports",
      defaultValue = "${project.build.directory}/hopcheck",
      required = true)
  private File reports = new File("");

  /** Checks nothing, and says so. */
  @Parameter(property = "hopcheck.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
  private File folder = new File("");

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().warn("hopcheck: SKIPPED by hopcheck.skip, no expectation is checked");
      return;
    }
    List<String> named = paths.isEmpty() ? DefaultPaths.below(folder.toPath()) : paths;
    if (named.isEmpty()) {
      getLog().info("hopcheck: nothing to check, there is none of " + DefaultPaths.words());
      return;
    }
    try {
      TestResult result = Expectations.check(request(named), clusterFile(), null);
      report(result);
      BuildEnd.of(result, allowUnknown);
    } catch (UsageException | LintAborted noVerdict) {
      throw new MojoExecutionException(
          "hopcheck: no verdict (options are named as on the command line): "
              + noVerdict.getMessage(),
          noVerdict);
    } catch (IOException failed) {
      throw new MojoFailureException(
          "hopcheck: incomplete, a file could not be read or written: " + AtomicFile.reason(failed),
          failed);
    }
  }

  private LintRequest request(List<String> named) throws UsageException {
    LintRequest.Builder request = LintRequest.of(named).base(folder.toPath()).namespace(namespace);
    if (unit != null) {
      request.unit(unit);
    }
    return request.build();
  }

  private @Nullable SourceFile clusterFile() throws IOException {
    File given = cluster;
    return given == null
        ? null
        : SourceFile.of(given.getName(), given.toPath(), Files.readAllBytes(given.toPath()));
  }

  private void report(TestResult result) throws IOException {
    StringBuilder text = new StringBuilder();
    TestText.write(result, true, text);
    BuildLines.write(text, getLog());
    StringBuilder xml = new StringBuilder();
    TestJunit.write(result, allowUnknown, xml);
    Path to = reports.toPath();
    Files.createDirectories(to);
    AtomicFile.report(to.resolve("test.xml"), xml);
  }
}
