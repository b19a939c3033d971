package dev.hopcheck.engine;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.Fragments;
import dev.hopcheck.cluster.Unit;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.network.ClusterFacts;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.Rule;
import dev.hopcheck.rule.Suppression;
import dev.hopcheck.rule.UnitFacts;
import dev.hopcheck.source.ListedFile;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One run: files are read side by side, then units are checked side by side, then all is put
 * together.
 */
final class LintRun {
  /** From this size on, the rules of one unit are shared among threads. */
  private static final int LARGE_UNIT = 400;

  private final LintRequest request;
  private final Catalogue catalogue;
  private final ObjectReader objects;
  private final Workers workers;
  private final Inputs inputs;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Finding> said = new ArrayList<>();

  LintRun(LintRequest request, Catalogue catalogue) {
    this.request = request;
    this.catalogue = catalogue;
    objects = new ObjectReader(request.version(), request.adoption().facts());
    workers = new Workers(request.jobs(), Deadline.in(request.timeoutSeconds()));
    inputs = Inputs.of(request);
  }

  LintResult run() {
    List<FileReading> readings = read();
    new CustomCheck(request, objects.schemas()).check(readings, workers, said, problems);
    Set<Location> broken = new HashSet<>();
    List<UnitInput> units = UnitInput.of(readings, inputs.files().unreadable(), request);
    Fragments fragments = Fragments.among(allObjects(readings));
    resources(units, fragments);
    for (UnitInput unit : units) {
      said.addAll(unit.findings());
      broken.addAll(unit.broken());
    }
    check(units, resource -> broken.contains(resource.head().object().location()));
    List<Suppression> suppressions = new ArrayList<>();
    for (FileReading reading : readings) {
      said.addAll(reading.findings());
      problems.addAll(reading.problems());
      suppressions.addAll(reading.suppressions());
    }
    return new LintEnd(request, inputs, catalogue, readings).result(said, problems, suppressions);
  }

  /**
   * Only reads and joins: the clusters of the units in order, without running rules. What could not
   * be read is added to the problems.
   */
  List<Cluster> clusters(List<Problem> met) {
    List<FileReading> readings = read();
    List<UnitInput> units = UnitInput.of(readings, inputs.files().unreadable(), request);
    resources(units, Fragments.among(allObjects(readings)));
    List<Cluster> clusters = new ArrayList<>(units.size());
    for (UnitInput unit : units) {
      clusters.add(unit.cluster(request));
    }
    new LintEnd(request, inputs, catalogue, readings).problems(met);
    return clusters;
  }

  private List<FileReading> read() {
    List<ListedFile> files = inputs.files().files();
    List<SourceFile> texts = request.texts();
    int count = files.size() + texts.size();
    FileReading[] readings = new FileReading[count];
    FileReader reader = new FileReader(request, catalogue, objects);
    AtomicInteger done = new AtomicInteger();
    boolean[] ran =
        workers.run(
            count,
            i -> {
              readings[i] =
                  i < files.size()
                      ? reader.read(files.get(i))
                      : reader.read(texts.get(i - files.size()));
              request.progress().files(done.incrementAndGet(), count);
            });
    List<FileReading> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(
          ran[i]
              ? readings[i]
              : notRead(
                  i < files.size() ? files.get(i).name() : texts.get(i - files.size()).name()));
    }
    return all;
  }

  private FileReading notRead(String name) {
    FileReading reading = new FileReading(name, true);
    reading.problem(new Problem("limit-time", name, null, null, "not analysed: " + outOfTime()));
    return reading;
  }

  private String outOfTime() {
    return "the run was over its time of "
        + request.timeoutSeconds()
        + " seconds, or was cancelled";
  }

  private static List<ApiObject> allObjects(List<FileReading> readings) {
    List<ApiObject> all = new ArrayList<>();
    for (FileReading reading : readings) {
      for (FileReading.Checked checked : reading.objects()) {
        all.add(checked.object());
      }
    }
    return all;
  }

  private void resources(List<UnitInput> units, Fragments fragments) {
    List<UnitInput.Part> parts = new ArrayList<>();
    for (UnitInput unit : units) {
      parts.addAll(unit.parts());
    }
    // What was read in time is reported, also when the time is over now; it is but a small step
    // more.
    new Workers(request.jobs(), Deadline.none())
        .run(parts.size(), i -> parts.get(i).read(fragments, objects.schemas().kinds()));
  }

  private void check(List<UnitInput> units, Inspection.Verdicts verdicts) {
    @Nullable Cluster[] clusters = new Cluster[units.size()];
    Problem[] failed = new Problem[units.size()];
    boolean[] built =
        workers.run(
            units.size(),
            i -> {
              try {
                clusters[i] = units.get(i).cluster(request);
              } catch (OutOfMemoryError tooLarge) {
                throw LintAborted.outOfMemory(units.get(i).unit().root(), tooLarge);
              } catch (RuntimeException | StackOverflowError bug) {
                failed[i] = InternalError.in(units.get(i).unit().root(), bug);
              }
            });
    List<UnitCheck> checks = new ArrayList<>();
    List<List<Rule>> shares = new ArrayList<>();
    for (int i = 0; i < clusters.length; i++) {
      Cluster cluster = clusters[i];
      if (failed[i] != null) {
        problems.add(failed[i]);
      } else if (!built[i]) {
        notChecked(units.get(i).unit());
      } else if (cluster != null) {
        share(cluster, verdicts, checks, shares);
      }
    }
    boolean[] ran = workers.run(checks.size(), i -> checks.get(i).run(shares.get(i)));
    for (int i = 0; i < ran.length; i++) {
      said.addAll(checks.get(i).findings());
      problems.addAll(checks.get(i).problems());
      if (!ran[i]) {
        notChecked(checks.get(i).unit());
      }
    }
  }

  private void share(
      Cluster cluster,
      Inspection.Verdicts verdicts,
      List<UnitCheck> checks,
      List<List<Rule>> shares) {
    List<Rule> rules = catalogue.rules();
    int threads = cluster.resources().size() < LARGE_UNIT ? 1 : request.jobs();
    ClusterFacts given = request.adoption().facts();
    UnitFacts facts = new UnitFacts(cluster, given == null ? ClusterFacts.DEFAULTS : given);
    int size = Math.max(1, (rules.size() + threads - 1) / threads);
    for (int from = 0; from < rules.size(); from += size) {
      checks.add(new UnitCheck(facts, verdicts));
      shares.add(rules.subList(from, Math.min(rules.size(), from + size)));
    }
  }

  private void notChecked(Unit unit) {
    Problem problem =
        new Problem("limit-time", unit.root(), null, null, "rules did not run: " + outOfTime());
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }
}
