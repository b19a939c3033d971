package dev.hopcheck.maven;

import dev.hopcheck.engine.AdoptionOptions;
import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Linter;
import dev.hopcheck.engine.OptionValues;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.report.ReportFormat;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Checks Kubernetes manifests, and whether the traffic that they describe can arrive. */
@Mojo(name = "lint", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class LintMojo extends ManifestMojo {
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

  /** A file of findings that are known and do not count. */
  @Parameter(property = "hopcheck.baseline")
  private @Nullable String baseline;

  /** Whether the file of known findings is written anew. */
  @Parameter(property = "hopcheck.writeBaseline", defaultValue = "false")
  private boolean writeBaseline;

  /** A revision of git; findings that touch nothing changed since then do not count. */
  @Parameter(property = "hopcheck.changedSince")
  private @Nullable String changedSince;

  /** Whether the check is incomplete where a kind has no schema. */
  @Parameter(property = "hopcheck.requireSchemas", defaultValue = "false")
  private boolean requireSchemas;

  /** Whether comments and annotations in manifests may silence findings. */
  @Parameter(property = "hopcheck.inlineSuppressions", defaultValue = "true")
  private boolean inlineSuppressions = true;

  /** The day by which suppressions end, such as {@code 2027-01-31}; without it the clock's. */
  @Parameter(property = "hopcheck.today")
  private @Nullable String today;

  /**
   * Formats in which reports are written besides the build's lines, each to a file in the folder of
   * reports: {@code json} to {@code lint.json}, {@code sarif} to {@code lint.sarif}, {@code gitlab}
   * to {@code lint.gitlab.json}, {@code junit} to {@code lint.xml}, {@code markdown} to {@code
   * lint.md}, {@code html} to {@code lint.html}, {@code github} to {@code lint.github}, {@code
   * text} to {@code lint.text}.
   */
  @Parameter(property = "hopcheck.formats")
  private List<String> formats = List.of();

  /**
   * Mends what has one right edit ({@code safe}), or also what was probably meant ({@code unsafe}),
   * and checks again. Without it no manifest is written.
   */
  @Parameter(property = "hopcheck.fix")
  private @Nullable String fix;

  /** Whether what {@code fix} would change is only shown. */
  @Parameter(property = "hopcheck.dryRun", defaultValue = "false")
  private boolean dryRun;

  @Parameter(defaultValue = "${plugin.version}", readonly = true)
  private String version = "";

  @Override
  String subject() {
    return "manifest";
  }

  @Override
  void check(LintRequest.Builder request) throws UsageException, IOException, MojoFailureException {
    Fixing fixing = Fixing.read(fix, dryRun);
    request.requireSchemas(requireSchemas).inlineSuppressions(inlineSuppressions);
    if (failOn != null) {
      request.failOn(OptionValues.failOn(failOn));
    }
    if (today != null) {
      request.today(today);
    }
    Linter linter = Linter.installed();
    Severity configured = linter.adopt(request, adoption());
    ReportFormat.Options options =
        new ReportFormat.Options(
            shown(configured),
            false,
            true,
            request.threshold(),
            folder().toAbsolutePath(),
            linter.catalogue(),
            version);
    Reports wanted = Reports.read(formats, reports(), options);
    request.networks(wanted.needNetworks());
    LintResult result = linter.lint(request.build());
    if (fixing != Fixing.OFF && fixing.mend(result, getLog())) {
      result = linter.lint(request.build());
    }
    BuildLines.write(result, wanted.forPeople(), getLog());
    wanted.write(result);
    BuildEnd.of(result, request.threshold());
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
}
