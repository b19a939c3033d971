package dev.hopcheck.maven;

import dev.hopcheck.engine.AdoptionOptions;
import dev.hopcheck.engine.LintAborted;
import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Linter;
import dev.hopcheck.engine.OptionValues;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.finding.Severity;
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
   * or {@code never}; without it what the configuration says, else {@code error}. What could not be
   * checked fails it whatever stands here.
   */
  @Parameter(property = "hopcheck.failOn")
  private @Nullable String failOn;

  /**
   * Findings below this severity are only counted in the build's lines; without it what the
   * configuration says, else {@code warning}.
   */
  @Parameter(property = "hopcheck.show")
  private @Nullable String show;

  /** A configuration; without it {@code hopcheck.yaml} of the project's folder, if there is one. */
  @Parameter(property = "hopcheck.config")
  private @Nullable String config;

  /** Whether no configuration is read at all. */
  @Parameter(property = "hopcheck.isolated", defaultValue = "false")
  private boolean isolated;

  /** A file with facts of the cluster. */
  @Parameter(property = "hopcheck.cluster")
  private @Nullable String cluster;

  /** The cluster's address families, such as {@code IPv4,IPv6}. */
  @Parameter(property = "hopcheck.ipFamilies")
  private @Nullable String ipFamilies;

  /** A file of findings that are known and do not count. */
  @Parameter(property = "hopcheck.baseline")
  private @Nullable String baseline;

  /** Whether the file of known findings is written anew. */
  @Parameter(property = "hopcheck.writeBaseline", defaultValue = "false")
  private boolean writeBaseline;

  /** A revision of git; findings that touch nothing changed since then do not count. */
  @Parameter(property = "hopcheck.changedSince")
  private @Nullable String changedSince;

  /** Files and folders with schemas of custom resources. */
  @Parameter(property = "hopcheck.schemas")
  private List<String> schemas = List.of();

  /** Whether the check is incomplete where a kind has no schema. */
  @Parameter(property = "hopcheck.requireSchemas", defaultValue = "false")
  private boolean requireSchemas;

  /** Whether comments and annotations in manifests may silence findings. */
  @Parameter(property = "hopcheck.inlineSuppressions", defaultValue = "true")
  private boolean inlineSuppressions = true;

  /** The day by which suppressions end, such as {@code 2027-01-31}; without it the clock's. */
  @Parameter(property = "hopcheck.today")
  private @Nullable String today;

  /** Bounds of reading, each {@code NAME=VALUE}. */
  @Parameter(property = "hopcheck.limits")
  private List<String> limits = List.of();

  /** Seconds after which nothing new is begun; without it 600. */
  @Parameter(property = "hopcheck.timeout")
  private @Nullable Integer timeout;

  /** Threads; without it one for each core. */
  @Parameter(property = "hopcheck.jobs")
  private @Nullable Integer jobs;

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
      LintRequest.Builder request = request(named);
      Severity configured = linter.adopt(request, adoption());
      ReportFormat.Options options =
          new ReportFormat.Options(
              shown(configured),
              false,
              true,
              request.threshold(),
              folder.toPath().toAbsolutePath(),
              linter.catalogue(),
              version);
      Reports wanted = Reports.read(formats, reports.toPath(), options);
      LintResult result = linter.lint(request.build());
      BuildLines.write(result, wanted.forPeople(), getLog());
      wanted.write(result);
      BuildEnd.of(result, request.threshold());
    } catch (UsageException | LintAborted noVerdict) {
      throw new MojoExecutionException(
          "hopcheck: no verdict (options are named as on the command line): "
              + noVerdict.getMessage(),
          noVerdict);
    }
  }

  private Severity shown(@Nullable Severity configured) throws UsageException {
    if (show != null) {
      return OptionValues.severity("--show", show);
    }
    return configured == null ? Severity.WARNING : configured;
  }

  private AdoptionOptions adoption() {
    return new AdoptionOptions(
        config, isolated, cluster, ipFamilies, baseline, writeBaseline, changedSince);
  }

  private LintRequest.Builder request(List<String> named) throws UsageException {
    LintRequest.Builder request =
        LintRequest.of(named)
            .base(folder.toPath())
            .closed(closed)
            .allowEmpty(allowEmpty)
            .namespace(namespace)
            .schemas(schemas)
            .requireSchemas(requireSchemas)
            .inlineSuppressions(inlineSuppressions)
            .limits(limits);
    if (failOn != null) {
      request.failOn(OptionValues.failOn(failOn));
    }
    if (unit != null) {
      request.unit(unit);
    }
    if (kubernetesVersion != null) {
      request.version(kubernetesVersion);
    }
    if (today != null) {
      request.today(today);
    }
    if (jobs != null) {
      request.jobs(OptionValues.number("--jobs", jobs.toString()));
    }
    if (timeout != null) {
      request.timeoutSeconds(OptionValues.number("--timeout", timeout.toString()));
    }
    return request;
  }
}
