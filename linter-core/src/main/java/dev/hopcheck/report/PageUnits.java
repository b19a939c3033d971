package dev.hopcheck.report;

import dev.hopcheck.cluster.Units;
import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Simulation.SimulatedUnit;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.SourceFile;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All units of a page, by root: those that were simulated, and folders with findings besides.
 *
 * @param all in order of their roots
 * @param findings how many findings the page shows
 * @param left how many it leaves out; the lightest are
 */
record PageUnits(List<PageUnit> all, int findings, int left) {
  /** A page of so many is some 5 MB, which browsers show and search at once. */
  static final int MOST_FINDINGS = 2_000;

  static PageUnits of(LintResult result) {
    List<PageUnit> units = new ArrayList<>();
    Map<SourceFile, PageUnit> byFile = new IdentityHashMap<>();
    for (SimulatedUnit unit : result.units()) {
      PageUnit made = new PageUnit("u" + units.size(), unit.root(), unit);
      units.add(made);
      for (SourceFile file : unit.network().cluster().unit().files()) {
        boolean own = unit.root().equals(Units.folder(file.name()));
        if (own || !byFile.containsKey(file)) {
          byFile.put(file, made);
        }
      }
    }
    boolean[] chosen = chosen(result.findings());
    Map<String, PageUnit> folders = new TreeMap<>();
    int shown = 0;
    for (int i = 0; i < chosen.length; i++) {
      Finding finding = result.findings().get(i);
      if (chosen[i]) {
        SourceFile file = finding.location().file();
        PageUnit unit = byFile.get(file);
        if (unit == null) {
          String folder = Units.folder(file.name());
          int number = units.size() + folders.size();
          unit = folders.computeIfAbsent(folder, root -> new PageUnit("u" + number, root, null));
        }
        unit.add("f" + (i + 1), finding);
        shown++;
      }
    }
    units.addAll(folders.values());
    units.sort((a, b) -> a.root.compareTo(b.root));
    return new PageUnits(List.copyOf(units), shown, chosen.length - shown);
  }

  private static boolean[] chosen(List<Finding> findings) {
    boolean[] chosen = new boolean[findings.size()];
    Severity[] severities = Severity.values();
    int left = MOST_FINDINGS;
    for (int weight = severities.length - 1; weight >= 0; weight--) {
      for (int i = 0; i < chosen.length && left > 0; i++) {
        if (findings.get(i).severity() == severities[weight]) {
          chosen[i] = true;
          left--;
        }
      }
    }
    return chosen;
  }

  /** Those with findings, the heaviest first. */
  List<PageUnit> found() {
    List<PageUnit> found = new ArrayList<>();
    Severity[] severities = Severity.values();
    for (int weight = severities.length - 1; weight >= 0; weight--) {
      for (PageUnit unit : all) {
        if (unit.worst() == severities[weight]) {
          found.add(unit);
        }
      }
    }
    return found;
  }

  /** Those without findings. */
  List<PageUnit> clean() {
    List<PageUnit> clean = new ArrayList<>();
    for (PageUnit unit : all) {
      if (unit.findings.isEmpty()) {
        clean.add(unit);
      }
    }
    return clean;
  }
}
