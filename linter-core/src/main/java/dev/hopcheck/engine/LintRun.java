package dev.hopcheck.engine;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.Fragments;
import dev.hopcheck.config.Limit;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.Suppression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run: portions of the input are read, checked and let go of side by side, but for what was
 * found; then all is put together.
 */
final class LintRun {
  private final LintRequest request;
  private final Catalogue catalogue;
  private final ObjectReader objects;
  private final Inputs inputs;

  LintRun(LintRequest request, Catalogue catalogue) {
    this(request, catalogue, Inputs.of(request));
  }

  /** A run over files that are listed already. */
  LintRun(LintRequest request, Catalogue catalogue, Inputs inputs) {
    this.request = request;
    this.catalogue = catalogue;
    this.inputs = inputs;
    objects = new ObjectReader(request.version(), request.adoption().facts());
  }

  LintResult run() {
    try (Workers workers = workers()) {
      return run(workers).result();
    }
  }

  /** What a run would report if there were no limit of that. */
  List<Finding> findings() {
    try (Workers workers = workers()) {
      return run(workers).findings();
    }
  }

  private LintEnd run(Workers workers) {
    Intake intake = intake();
    List<Portion> cut = Portion.of(intake, request);
    boolean several = cut.size() > 1;
    List<FileReading> first =
        several ? intake.reaching(workers) : intake.read(intake.numbers(), workers);
    Map<String, String> joined = several ? JoinedFolders.of(first, intake) : Map.of();
    List<Portion> portions = joined.isEmpty() ? cut : Portion.joined(intake, request, joined);
    CustomCheck custom = new CustomCheck(request, objects.schemas());
    custom.learn(first);
    PortionRun.Common common = new PortionRun.Common(custom, Fragments.among(objectsOf(first)));
    PortionRun[] runs = new PortionRun[portions.size()];
    for (int i = 0; i < runs.length; i++) {
      runs[i] = portionRun(request.networks() ? KeptUnits.of(portions.get(i)) : null);
    }
    // A thread of its own for each small portion, all threads for each large one.
    Workers alone = workers.inCaller();
    boolean[] ran =
        !several
            ? new boolean[1]
            : workers.run(
                runs.length,
                i -> {
                  int[] files = portions.get(i).files();
                  if (!portions.get(i).isLarge()) {
                    runs[i].run(intake.read(files, alone), common, alone);
                  }
                });
    for (int i = 0; i < runs.length; i++) {
      if (!ran[i] || portions.get(i).isLarge()) {
        runs[i].run(intake.read(portions.get(i).files(), workers), common, workers);
      }
    }
    return end(runs, custom, intake.read(intake.numbers(), workers));
  }

  private LintEnd end(PortionRun[] runs, CustomCheck custom, List<FileReading> readings) {
    List<Finding> said = new ArrayList<>(custom.findings());
    List<Problem> problems = new ArrayList<>();
    // The same schema is wrong for many objects.
    Set<Problem> judging = new LinkedHashSet<>(custom.problems());
    Unvalidated unvalidated = new Unvalidated();
    List<KustomizedUnit> kustomized = new ArrayList<>(0);
    KeptUnits kept = request.networks() ? KeptUnits.ofRun() : null;
    for (PortionRun run : runs) {
      said.addAll(run.said());
      problems.addAll(run.problems());
      judging.addAll(run.unjudged());
      unvalidated.add(run.unvalidated());
      kustomized.addAll(run.kustomized());
      if (kept != null && run.kept() != null) {
        kept.addAll(run.kept());
      }
    }
    problems.addAll(judging);
    List<Suppression> suppressions = new ArrayList<>();
    for (FileReading reading : readings) {
      said.addAll(reading.findings());
      problems.addAll(reading.problems());
      suppressions.addAll(reading.suppressions());
    }
    if (kustomized.size() > 1) {
      kustomized.sort((a, b) -> a.file().compareTo(b.file()));
    }
    return new LintEnd(request, inputs, catalogue, readings, unvalidated)
        .through(kustomized)
        .with(kept)
        .settle(said, problems, suppressions);
  }

  /**
   * Only reads and joins: the clusters of the units in order, without running rules. What could not
   * be read is added to the problems.
   */
  List<Cluster> clusters(List<Problem> met) {
    try (Workers workers = workers()) {
      Intake intake = intake();
      List<FileReading> readings = intake.read(intake.numbers(), workers);
      List<UnitInput> units =
          portionRun(null).units(readings, Fragments.among(objectsOf(readings)), workers);
      List<Cluster> clusters = new ArrayList<>(units.size());
      for (UnitInput unit : units) {
        clusters.add(unit.alone(request));
        met.addAll(unit.problems());
      }
      new LintEnd(request, inputs, catalogue, readings, new Unvalidated()).problems(met);
      return clusters;
    }
  }

  private Workers workers() {
    Watched watched = Watched.here();
    return new Workers(
        request.jobs(),
        request.limits().of(Limit.STACK_SIZE),
        watched == null ? Deadline.in(request.timeoutSeconds()) : watched.attempt().deadline());
  }

  private Intake intake() {
    return new Intake(request, inputs, new FileReader(request, catalogue, objects));
  }

  private PortionRun portionRun(@Nullable KeptUnits kept) {
    return new PortionRun(request, catalogue, objects, inputs.files().unreadable(), kept);
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
