package dev.hopcheck.engine;

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
  /** What code hosts accept as an upload. */
  static final int RUN = 25_000;

  static final int FILE = 1_000;

  private final List<Problem> problems;
  private final Map<SourceFile, Integer> perFile = new HashMap<>();
  private final Map<SourceFile, Integer> dropped = new HashMap<>();
  private int kept;

  /** Hitting a limit is a problem of the run. */
  Caps(List<Problem> problems) {
    this.problems = problems;
  }

  /** The findings that are kept, in the order given. */
  List<Finding> apply(List<Finding> findings) {
    if (findings.size() <= FILE) {
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
    List<Finding> left = new ArrayList<>(Math.min(kept, RUN));
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
    if (count > FILE || kept >= RUN) {
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
                + FILE
                + " a file and "
                + RUN
                + " a run are"));
  }
}
