package dev.hopcheck.engine;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.Overlay;
import dev.hopcheck.cluster.Unit;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.network.ClusterFacts;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.Rule;
import dev.hopcheck.rule.UnitFacts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Joins units and runs the rules over them, side by side. */
final class UnitsCheck {
  /** From this size on, the rules of one unit are shared among threads. */
  private static final int LARGE_UNIT = 400;

  /**
   * Rules that one thread takes at a time where they are shared; some take far longer than others.
   */
  private static final int SHARE = 4;

  private final LintRequest request;
  private final Catalogue catalogue;
  private final Workers workers;
  private final List<Finding> said;
  private final List<Problem> problems;
  private final List<KustomizedUnit> kustomized = new ArrayList<>(0);
  private final @Nullable KeptUnits kept;

  /**
   * Adds what is found to {@code said}, and what could not be done to {@code problems}.
   *
   * @param kept takes the units' networks; null where nobody wants them
   */
  UnitsCheck(
      LintRequest request,
      Catalogue catalogue,
      Workers workers,
      List<Finding> said,
      List<Problem> problems,
      @Nullable KeptUnits kept) {
    this.request = request;
    this.catalogue = catalogue;
    this.workers = workers;
    this.said = said;
    this.problems = problems;
    this.kept = kept;
  }

  /** The units that kustomizations make, in order. */
  List<KustomizedUnit> kustomized() {
    return kustomized;
  }

  void run(List<UnitInput> units) {
    Set<ApiObject> broken = Collections.newSetFromMap(new IdentityHashMap<>());
    for (UnitInput unit : units) {
      broken.addAll(unit.broken());
    }
    Inspection.Verdicts verdicts = resource -> broken.contains(resource.head().object());
    @Nullable Cluster[] clusters = new Cluster[units.size()];
    Problem[] failed = new Problem[units.size()];
    boolean[] built =
        workers.run(
            units.size(),
            i -> {
              String root = units.get(i).unit().root();
              if (!Watched.begins(root, units.get(i).size())) {
                failed[i] = Overdue.inUnit(root, request);
                return;
              }
              try {
                clusters[i] = units.get(i).cluster(request);
              } catch (OutOfMemoryError tooLarge) {
                throw LintAborted.outOfMemory(units.get(i).unit().root(), tooLarge);
              } catch (RuntimeException | StackOverflowError bug) {
                failed[i] = InternalError.in(units.get(i).unit().root(), bug);
              }
            });
    List<UnitCheck> checks = new ArrayList<>();
    List<UnitInput> checked = new ArrayList<>();
    List<List<Rule>> shares = new ArrayList<>();
    List<Runnable> ahead = new ArrayList<>(0);
    for (int i = 0; i < clusters.length; i++) {
      Cluster cluster = clusters[i];
      if (failed[i] != null) {
        problems.add(failed[i]);
      } else if (!built[i]) {
        notChecked(units.get(i).unit());
      } else if (cluster != null) {
        Overlay overlay = cluster.unit().overlay();
        if (overlay != null) {
          kustomized.add(KustomizedUnit.of(overlay));
        }
        UnitFacts facts = facts(cluster);
        int threads = threads(cluster, units.size());
        if (threads > 1) {
          for (Runnable step : facts.ahead()) {
            ahead.add(() -> quietly(cluster, step));
          }
        }
        share(facts, threads, verdicts, checks, shares);
        while (checked.size() < checks.size()) {
          checked.add(units.get(i));
        }
      }
    }
    if (!ahead.isEmpty()) {
      workers.run(ahead.size(), i -> ahead.get(i).run());
    }
    boolean[] ran = workers.run(checks.size(), i -> checks.get(i).run(shares.get(i)));
    OverlaidFindings overlaid = null;
    for (int i = 0; i < ran.length; i++) {
      Overlay overlay = checked.get(i).overlay();
      if (overlay != null) {
        overlaid = overlaid == null ? new OverlaidFindings() : overlaid;
        overlaid.add(overlay, checks.get(i).findings());
      } else {
        for (Finding finding : checks.get(i).findings()) {
          if (checked.get(i).reports(finding)) {
            said.add(finding);
          }
        }
      }
      problems.addAll(checks.get(i).problems());
      if (!ran[i]) {
        notChecked(checks.get(i).unit());
      }
    }
    if (overlaid != null) {
      said.addAll(overlaid.settled());
    }
    if (kept != null) {
      keep(checks, checked, kept);
    }
  }

  /** Checks of one unit follow each other and share its facts. */
  private void keep(List<UnitCheck> checks, List<UnitInput> checked, KeptUnits kept) {
    boolean hasFindings = false;
    for (int i = 0; i < checks.size(); i++) {
      UnitFacts facts = checks.get(i).facts();
      hasFindings |= !checks.get(i).findings().isEmpty();
      if (i + 1 == checks.size() || checks.get(i + 1).facts() != facts) {
        if (checked.get(i).hasRoutes()) {
          kept.take(facts, hasFindings, problems);
        }
        hasFindings = false;
      }
    }
  }

  private UnitFacts facts(Cluster cluster) {
    ClusterFacts given = request.adoption().facts();
    return new UnitFacts(cluster, given == null ? ClusterFacts.DEFAULTS : given);
  }

  /** How many threads work on one unit together. */
  private int threads(Cluster cluster, int units) {
    boolean alone = cluster.resources().size() >= LARGE_UNIT && units < 8 * workers.jobs();
    return alone ? workers.jobs() : 1;
  }

  /** What fails here fails again for the rule that asks for it, and is told there. */
  private static void quietly(Cluster cluster, Runnable step) {
    if (Watched.begins(cluster.unit().root(), cluster.resources().size())) {
      try {
        step.run();
      } catch (OutOfMemoryError tooLarge) {
        throw LintAborted.outOfMemory(cluster.unit().root(), tooLarge);
      } catch (RuntimeException | StackOverflowError again) {
        return;
      }
    }
  }

  private void share(
      UnitFacts facts,
      int threads,
      Inspection.Verdicts verdicts,
      List<UnitCheck> checks,
      List<List<Rule>> shares) {
    List<Rule> rules = catalogue.rules();
    Overlay overlay = facts.cluster().unit().overlay();
    Inspection.Verdicts all =
        overlay == null || overlay.unclear().isEmpty()
            ? verdicts
            : resource -> verdicts.isBroken(resource) || isUnclear(resource, overlay);
    int size = threads > 1 ? SHARE : rules.size();
    for (int from = 0; from < rules.size(); from += size) {
      checks.add(new UnitCheck(facts, all, request.limits()));
      shares.add(rules.subList(from, Math.min(rules.size(), from + size)));
    }
  }

  /** What a patch makes of it is not known, so that nothing follows from it. */
  private static boolean isUnclear(Resource resource, Overlay overlay) {
    for (ApiObject object : overlay.unclear()) {
      if (object == resource.head().object()) {
        return true;
      }
    }
    return false;
  }

  private void notChecked(Unit unit) {
    Problem problem =
        new Problem(
            "limit-time",
            unit.root(),
            null,
            null,
            "rules did not run: " + Intake.outOfTime(request));
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }
}
