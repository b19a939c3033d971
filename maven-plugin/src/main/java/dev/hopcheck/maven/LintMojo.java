package dev.hopcheck.maven;

import dev.hopcheck.engine.LintAborted;
import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Linter;
import dev.hopcheck.engine.OptionValues;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.report.ReportFormat;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Checks Kubernetes manifests, and whether the traffic that they describe can arrive. */
@Mojo(name = "lint", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class LintMojo extends AbstractMojo {
  /**
   * Files and folders, from the project's folder. Without them: those of {@code
   * src/main/kubernetes}, {@code src/main/k8s}, {@code kubernetes}, {@code k8s}, {@code deploy} and
   * {@code manifests} that exist; where none does, the project has nothing to check and passes.
   */
  @Parameter(property = "hopcheck.paths")
  private List<String> paths = List.of();

  /**
   * Findings of this severity or more fail the build: {@code error}, {@code warning}, {@code info}
   * or {@code never}. What could not be checked fails it whatever stands here.
   */
  @Parameter(property = "hopcheck.failOn", defaultValue = "error")
  private String failOn = "error";

  /** Findings below this severity are only counted in the build's lines. */
  @Parameter(property = "hopcheck.show", defaultValue = "warning")
  private String show = "warning";

  /**
   * Formats in which reports are written besides the build's lines, each to a file in the folder of
   * reports: {@code json} to {@code lint.json}, {@code sarif} to {@code lint.sarif}, {@code gitlab}
   * to {@code lint.gitlab.json}, {@code junit} to {@code lint.xml}, {@code markdown} to {@code
   * lint.md}, {@code github} to {@code lint.github}, {@code text} to {@code lint.text}.
   */
  @Parameter(property = "hopcheck.formats")
  private List<String> formats = List.of();

  /** The folder of reports. */
  @Parameter(
      property = "hopcheck.reports",
      defaultValue = "${project.build.directory}/hopcheck",
      required = true)
  private File reports = new File("");

  /**
   * What is one cluster: {@code folder}, {@code file} or {@code all}. Without it each folder is,
   * and named files are one together.
   */
  @Parameter(property = "hopcheck.unit")
  private @Nullable String unit;

  /** Whether there are no other resources than these, so that what is absent is missing. */
  @Parameter(property = "hopcheck.closed", defaultValue = "false")
  private boolean closed;

  /** The namespace of resources that name none; without it {@code default}. */
  @Parameter(property = "hopcheck.namespace")
  private @Nullable String namespace;

  /** The API server's version, such as {@code 1.31}; without it the newest known. */
  @Parameter(property = "hopcheck.kubernetesVersion")
  private @Nullable String kubernetesVersion;

  /** Whether a run that finds no file in its paths passes. */
  @Parameter(property = "hopcheck.allowEmpty", defaultValue = "false")
  private boolean allowEmpty;

  /** Checks nothing, and says so. */
  @Parameter(property = "hopcheck.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
  private File folder = new File("");

  @Parameter(defaultValue = "${plugin.version}", readonly = true)
  private String version = "";

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().warn("hopcheck: SKIPPED by hopcheck.skip, no manifest is checked");
      return;
    }
    List<String> named = paths.isEmpty() ? DefaultPaths.below(folder.toPath()) : paths;
    if (named.isEmpty()) {
      getLog().info("hopcheck: nothing to check, there is none of " + DefaultPaths.words());
      return;
    }
    try {
      Linter linter = Linter.installed();
      ReportFormat.Options options =
          new ReportFormat.Options(
              OptionValues.severity("--show", show),
              false,
              true,
              OptionValues.failOn(failOn),
              folder.toPath().toAbsolutePath(),
              linter.catalogue(),
              version);
      Reports wanted = Reports.read(formats, reports.toPath(), options);
      LintResult result = linter.lint(request(named));
      BuildLines.write(result, wanted.forPeople(), getLog());
      wanted.write(result);
      BuildEnd.of(result, failOn);
    } catch (UsageException | LintAborted noVerdict) {
      throw new MojoExecutionException(
          "hopcheck: no verdict (options are named as on the command line): "
              + noVerdict.getMessage(),
          noVerdict);
    }
  }

  private LintRequest request(List<String> named) throws UsageException {
    LintRequest.Builder request =
        LintRequest.of(named)
            .base(folder.toPath())
            .failOn(OptionValues.failOn(failOn))
            .closed(closed)
            .allowEmpty(allowEmpty)
            .namespace(namespace);
    if (unit != null) {
      request.unit(unit);
    }
    if (kubernetesVersion != null) {
      request.version(kubernetesVersion);
    }
    return request.build();
  }
}
