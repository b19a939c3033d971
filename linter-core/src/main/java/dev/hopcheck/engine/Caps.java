package dev.hopcheck.engine;

import dev.hopcheck.config.Limit;
import dev.hopcheck.config.Limits;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps a flood of findings readable: the heaviest are kept, the rest is only counted. */
final class Caps {
  private final int mostOfFile;
  private final int mostOfRun;
  private final List<Problem> problems;
  private final Map<SourceFile, Integer> perFile = new HashMap<>();
  private final Map<SourceFile, Integer> dropped = new HashMap<>();
  private int kept;

  /** Hitting a limit is a problem of the run. */
  Caps(Limits limits, List<Problem> problems) {
    mostOfFile = limits.count(Limit.FILE_FINDINGS);
    mostOfRun = limits.count(Limit.RUN_FINDINGS);
    this.problems = problems;
  }

  /** The findings that are kept, in the order given. */
  List<Finding> apply(List<Finding> findings) {
    if (findings.size() <= Math.min(mostOfFile, mostOfRun)) {
      return findings;
    }
    boolean[] keep = new boolean[findings.size()];
    Severity[] severities = Severity.values();
    for (int weight = severities.length - 1; weight >= 0; weight--) {
      for (int i = 0; i < keep.length; i++) {
        Finding finding = findings.get(i);
        if (finding.severity() == severities[weight]) {
          keep[i] = keep(finding);
        }
      }
    }
    List<Finding> left = new ArrayList<>(kept);
    SourceFile last = null;
    for (int i = 0; i < keep.length; i++) {
      SourceFile file = findings.get(i).location().file();
      if (keep[i]) {
        left.add(findings.get(i));
      }
      if (file != last && dropped.containsKey(file)) {
        report(file, dropped.remove(file));
      }
      last = file;
    }
    return left;
  }

  private boolean keep(Finding finding) {
    SourceFile file = finding.location().file();
    int count = perFile.merge(file, 1, Integer::sum);
    if (count > mostOfFile || kept >= mostOfRun) {
      dropped.merge(file, 1, Integer::sum);
      return false;
    }
    kept++;
    return true;
  }

  private void report(SourceFile file, int count) {
    problems.add(
        new Problem(
            "limit-findings",
            file.name(),
            null,
            null,
            count
                + " more findings are counted but not shown; at most "
                + mostOfFile
                + " a file (limit `file-findings`) and "
                + mostOfRun
                + " a run (limit `run-findings`) are"));
  }
}
