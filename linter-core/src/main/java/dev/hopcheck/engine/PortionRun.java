package dev.hopcheck.engine;

import dev.hopcheck.cluster.Fragments;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.source.Unreadable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes one portion from its files to what was found in its units, and lets go of all but that.
 * Portions may run side by side, each with results of its own.
 */
final class PortionRun {
  private final LintRequest request;
  private final Catalogue catalogue;
  private final ObjectReader objects;
  private final List<Unreadable> unreadable;
  private final @Nullable KeptUnits kept;
  private final List<Finding> said = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<KustomizedUnit> kustomized = new ArrayList<>(0);
  private final Unvalidated unvalidated = new Unvalidated();
  private List<Problem> unjudged = List.of();

  /**
   * A run of one portion.
   *
   * @param kept takes the units' networks; null where nobody wants them
   */
  PortionRun(
      LintRequest request,
      Catalogue catalogue,
      ObjectReader objects,
      List<Unreadable> unreadable,
      @Nullable KeptUnits kept) {
    this.request = request;
    this.catalogue = catalogue;
    this.objects = objects;
    this.unreadable = unreadable;
    this.kept = kept;
  }

  /** What all portions have in common: the definitions of custom resources and the fragments. */
  record Common(CustomCheck custom, Fragments fragments) {}

  /** Checks the units of files that were read, and lets go of them. */
  void run(List<FileReading> readings, Common common, Workers workers) {
    unjudged = common.custom().judge(readings, workers);
    List<UnitInput> units = units(readings, common.fragments(), workers);
    for (UnitInput unit : units) {
      said.addAll(unit.findings());
      problems.addAll(unit.problems());
    }
    UnitsCheck check = new UnitsCheck(request, catalogue, workers, said, problems, kept);
    check.run(units);
    kustomized.addAll(check.kustomized());
    KustomizationFindings broken = null;
    for (UnitInput unit : units) {
      if (unit.overlay() != null) {
        broken = broken == null ? new KustomizationFindings(request) : broken;
        broken.add(unit.overlay(), said);
      }
    }
    for (FileReading reading : readings) {
      unvalidated.count(reading);
      reading.release();
    }
  }

  /** Splits files into units and turns their objects into resources. */
  List<UnitInput> units(List<FileReading> readings, Fragments fragments, Workers workers) {
    List<UnitInput> units = UnitInput.of(readings, unreadable, request, objects);
    List<UnitPart> parts = new ArrayList<>();
    for (UnitInput unit : units) {
      parts.addAll(unit.own());
    }
    // What was read in time is reported, also when the time is over now; it is but a small step
    // more.
    workers.runLate(parts.size(), i -> parts.get(i).read(fragments, objects.schemas().kinds()));
    return units;
  }

  /** What was found, in the order of the units. */
  List<Finding> said() {
    return said;
  }

  List<Problem> problems() {
    return problems;
  }

  /** Custom resources that no definition could judge. */
  List<Problem> unjudged() {
    return unjudged;
  }

  /** The units that kustomizations make, in order. */
  List<KustomizedUnit> kustomized() {
    return kustomized;
  }

  @Nullable KeptUnits kept() {
    return kept;
  }

  Unvalidated unvalidated() {
    return unvalidated;
  }
}
