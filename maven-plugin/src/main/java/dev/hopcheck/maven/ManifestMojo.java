package dev.hopcheck.maven;

import dev.hopcheck.engine.AtomicFile;
import dev.hopcheck.engine.LintAborted;
import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.OptionValues;
import dev.hopcheck.engine.UsageException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What all goals have in common that read manifests. */
abstract class ManifestMojo extends AbstractMojo {
  /**
   * Files and folders, from the project's folder. Without them: those of {@code
   * src/main/kubernetes}, {@code src/main/k8s}, {@code kubernetes}, {@code k8s}, {@code deploy} and
   * {@code manifests} that exist; where none does, the project has nothing to check and passes.
   */
  @Parameter(property = "hopcheck.paths")
  private List<String> paths = List.of();

  /** A configuration; without it {@code hopcheck.yaml} of the project's folder, if there is one. */
  @Parameter(property = "hopcheck.config")
  @Nullable String config;

  /** Whether no configuration is read at all. */
  @Parameter(property = "hopcheck.isolated", defaultValue = "false")
  boolean isolated;

  /** A file that describes the cluster: nodes, placement, domain and so on. */
  @Parameter(property = "hopcheck.cluster")
  @Nullable String cluster;

  /** The cluster's address families, such as {@code IPv4,IPv6}. */
  @Parameter(property = "hopcheck.ipFamilies")
  @Nullable String ipFamilies;

  /** Files and folders with schemas of custom resources. */
  @Parameter(property = "hopcheck.schemas")
  private List<String> schemas = List.of();

  /** Bounds of reading, each {@code NAME=VALUE}. */
  @Parameter(property = "hopcheck.limits")
  private List<String> limits = List.of();

  /** Seconds after which nothing new is begun; without it 600. */
  @Parameter(property = "hopcheck.timeout")
  private @Nullable Integer timeout;

  /** Threads; without it one for each core. */
  @Parameter(property = "hopcheck.jobs")
  private @Nullable Integer jobs;

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

  /**
   * Whether the folders of named files are read whole; only findings that touch a named file count
   * then.
   */
  @Parameter(property = "hopcheck.withNeighbours", defaultValue = "false")
  private boolean withNeighbours;

  /** Whether there are no other resources than these, so that what is absent is missing. */
  @Parameter(property = "hopcheck.closed", defaultValue = "false")
  private boolean closed;

  /** The namespace of resources that name none; without it {@code default}. */
  @Parameter(property = "hopcheck.namespace")
  private @Nullable String namespace;

  /** The API server's version, such as {@code 1.31}; without it the newest known. */
  @Parameter(property = "hopcheck.kubernetesVersion")
  private @Nullable String kubernetesVersion;

  /** Whether a run that finds nothing to check in its paths passes. */
  @Parameter(property = "hopcheck.allowEmpty", defaultValue = "false")
  private boolean allowEmpty;

  /** Checks nothing, and says so. */
  @Parameter(property = "hopcheck.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
  private File folder = new File("");

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().warn("hopcheck: SKIPPED by hopcheck.skip, no " + subject() + " is checked");
      return;
    }
    List<String> named = paths.isEmpty() ? DefaultPaths.below(folder()) : paths;
    if (named.isEmpty()) {
      getLog().info("hopcheck: nothing to check, there is none of " + DefaultPaths.words());
      return;
    }
    try {
      check(request(named));
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

  /** What the goal checks, in one word. */
  abstract String subject();

  /** Checks what is asked for, and passes or fails the build. */
  abstract void check(LintRequest.Builder request)
      throws UsageException, IOException, MojoFailureException;

  /** The project's folder. */
  final Path folder() {
    return folder.toPath();
  }

  /** The folder of reports. */
  final Path reports() {
    return reports.toPath();
  }

  private LintRequest.Builder request(List<String> named) throws UsageException {
    LintRequest.Builder request =
        LintRequest.of(named)
            .base(folder())
            .withNeighbours(withNeighbours)
            .closed(closed)
            .allowEmpty(allowEmpty)
            .namespace(namespace)
            .schemas(schemas)
            .limits(limits);
    if (unit != null) {
      request.unit(unit);
    }
    if (kubernetesVersion != null) {
      request.version(kubernetesVersion);
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
