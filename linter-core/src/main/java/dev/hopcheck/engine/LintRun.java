package dev.hopcheck.engine;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.Fragments;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.Suppression;
import java.util.ArrayList;
import java.util.List;

/**
 * One run: portion by portion, files are read side by side, then their units are checked side by
 * side and let go of, but for what was found; then all is put together.
 */
final class LintRun {
  private final LintRequest request;
  private final Catalogue catalogue;
  private final ObjectReader objects;
  private final Inputs inputs;
  private final Unvalidated unvalidated = new Unvalidated();

  LintRun(LintRequest request, Catalogue catalogue) {
    this.request = request;
    this.catalogue = catalogue;
    objects = new ObjectReader(request.version(), request.adoption().facts());
    inputs = Inputs.of(request);
  }

  LintResult run() {
    try (Workers workers = workers()) {
      return run(workers);
    }
  }

  private LintResult run(Workers workers) {
    Intake intake = intake(workers);
    List<int[]> portions = Portions.of(intake, request);
    boolean several = portions.size() > 1;
    List<FileReading> first = several ? intake.reaching() : intake.read(portions.get(0));
    CustomCheck custom = new CustomCheck(request, objects.schemas());
    custom.learn(first);
    Fragments fragments = Fragments.among(objectsOf(first));
    List<Finding> said = new ArrayList<>(custom.findings());
    List<Problem> problems = new ArrayList<>();
    UnitsCheck check = new UnitsCheck(request, catalogue, workers, said, problems);
    Memory memory = new Memory();
    for (int[] portion : portions) {
      List<FileReading> readings = intake.read(portion);
      custom.judge(readings, workers);
      List<UnitInput> units = units(readings, fragments, workers);
      for (UnitInput unit : units) {
        said.addAll(unit.findings());
        problems.addAll(unit.problems());
      }
      check.run(units);
      for (FileReading reading : readings) {
        unvalidated.count(reading);
        reading.release();
      }
      if (several) {
        units.clear();
        memory.portionDone();
      }
    }
    problems.addAll(custom.problems());
    List<FileReading> readings = intake.all();
    List<Suppression> suppressions = new ArrayList<>();
    for (FileReading reading : readings) {
      said.addAll(reading.findings());
      problems.addAll(reading.problems());
      suppressions.addAll(reading.suppressions());
    }
    return new LintEnd(request, inputs, catalogue, readings, unvalidated)
        .result(said, problems, suppressions);
  }

  /**
   * Only reads and joins: the clusters of the units in order, without running rules. What could not
   * be read is added to the problems.
   */
  List<Cluster> clusters(List<Problem> met) {
    try (Workers workers = workers()) {
      List<FileReading> readings = intake(workers).all();
      List<UnitInput> units = units(readings, Fragments.among(objectsOf(readings)), workers);
      List<Cluster> clusters = new ArrayList<>(units.size());
      for (UnitInput unit : units) {
        clusters.add(unit.cluster(request));
        met.addAll(unit.problems());
      }
      new LintEnd(request, inputs, catalogue, readings, unvalidated).problems(met);
      return clusters;
    }
  }

  private Workers workers() {
    return new Workers(request.jobs(), Deadline.in(request.timeoutSeconds()));
  }

  private Intake intake(Workers workers) {
    return new Intake(request, inputs, new FileReader(request, catalogue, objects), workers);
  }

  private List<UnitInput> units(List<FileReading> readings, Fragments fragments, Workers workers) {
    List<UnitInput> units = UnitInput.of(readings, inputs.files().unreadable(), request);
    List<UnitInput.Part> parts = new ArrayList<>();
    for (UnitInput unit : units) {
      parts.addAll(unit.parts());
    }
    // What was read in time is reported, also when the time is over now; it is but a small step
    // more.
    workers.runLate(parts.size(), i -> parts.get(i).read(fragments, objects.schemas().kinds()));
    return units;
  }

  private static List<ApiObject> objectsOf(List<FileReading> readings) {
    List<ApiObject> all = new ArrayList<>();
    for (FileReading reading : readings) {
      for (FileReading.Checked checked : reading.objects()) {
        all.add(checked.object());
      }
    }
    return all;
  }
}
