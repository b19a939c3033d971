package dev.hopcheck.engine;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.Skipped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a run found out. Lists are sorted by file, position and id: reports sort nothing.
 *
 * @param findings after severities, suppressions and limits
 * @param problems what could not be checked
 * @param skipped files that hold nothing to check
 * @param notValidated resources without a schema, by kind
 * @param suppressions each rule that a comment silences
 * @param silenced the findings that were silenced, in order
 * @param kustomized the units that kustomizations make, in order
 * @param analysed names of the files of which something could be read, in order
 * @param accounting what became of all files and documents
 * @param counts how many findings of each severity there are, those beyond a limit included
 * @param suppressed number of findings that were silenced
 * @param elsewhere number of findings that touch none of the named files, with neighbours read
 * @param configuration the file that was used; null for none
 * @param adopted what configuration, baseline and revision made of findings
 * @param templates where the documents of standard input come from; null unless findings are about
 *     rendered ones
 * @param units those that have Services or Ingresses, by root; empty unless the request wants them
 * @param unitsLeft how many more of them there are
 * @param exit how the run ends
 */
public record LintResult(
    List<Finding> findings,
    List<Problem> problems,
    List<Skipped> skipped,
    List<NotValidated> notValidated,
    List<SuppressionUse> suppressions,
    List<Silenced> silenced,
    List<KustomizedUnit> kustomized,
    List<String> analysed,
    Accounting accounting,
    Counts counts,
    int suppressed,
    int elsewhere,
    @Nullable String configuration,
    Adopted adopted,
    @Nullable Templates templates,
    List<Simulation.SimulatedUnit> units,
    int unitsLeft,
    ExitCode exit) {
  public LintResult {
    findings = List.copyOf(findings);
    problems = List.copyOf(problems);
    skipped = List.copyOf(skipped);
    notValidated = List.copyOf(notValidated);
    suppressions = List.copyOf(suppressions);
    silenced = List.copyOf(silenced);
    kustomized = List.copyOf(kustomized);
    analysed = List.copyOf(analysed);
    units = List.copyOf(units);
  }

  /** The same result with other findings; the counts stay. */
  public LintResult withFindings(List<Finding> others) {
    return new LintResult(
        others,
        problems,
        skipped,
        notValidated,
        suppressions,
        silenced,
        kustomized,
        analysed,
        accounting,
        counts,
        suppressed,
        elsewhere,
        configuration,
        adopted,
        templates,
        units,
        unitsLeft,
        exit);
  }

  /** Numbers of findings. */
  public record Counts(int errors, int warnings, int infos) {
    /** Counts findings. */
    public static Counts of(List<Finding> findings) {
      int[] counts = new int[Severity.values().length];
      for (Finding finding : findings) {
        counts[finding.severity().ordinal()]++;
      }
      return new Counts(
          counts[Severity.ERROR.ordinal()],
          counts[Severity.WARNING.ordinal()],
          counts[Severity.INFO.ordinal()]);
    }

    /** The heaviest severity that occurs; null for none. */
    public @Nullable Severity worst() {
      if (errors > 0) {
        return Severity.ERROR;
      }
      if (warnings > 0) {
        return Severity.WARNING;
      }
      return infos > 0 ? Severity.INFO : null;
    }
  }
}
