package dev.hopcheck.engine;

import dev.hopcheck.engine.Simulation.SimulatedUnit;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.UnitFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the networks of units for pictures, as long as their number leaves memory for the rest.
 * Portions run side by side and keep each for itself, so that it is the same units each time.
 */
final class KeptUnits {
  /** Services of units with findings; a page draws 600, and each takes some 20 kB here. */
  private static final int MOST = 1_000;

  /** Bytes of manifests from the start of which something is kept; a page has its fill by then. */
  private static final long FIRST = 8L << 20;

  private final int mostBroken;
  private final int mostClean;
  private final List<Kept> kept = new ArrayList<>();
  private int broken;
  private int clean;
  private int left;

  private record Kept(SimulatedUnit unit, int services, boolean hasFindings) {}

  private KeptUnits(int mostBroken, int mostClean) {
    this.mostBroken = mostBroken;
    this.mostClean = mostClean;
  }

  /** What a portion keeps. */
  static KeptUnits of(Portion portion) {
    return portion.before() < FIRST ? ofRun() : new KeptUnits(0, 0);
  }

  /** What a run keeps. */
  static KeptUnits ofRun() {
    return new KeptUnits(MOST, MOST / 2);
  }

  /** Takes a unit that the rules have seen; one without Services and Ingresses has no picture. */
  void take(UnitFacts facts, boolean hasFindings, List<Problem> problems) {
    int services = facts.cluster().all(Service.class).size();
    if (services == 0 && facts.cluster().all(Ingress.class).isEmpty()) {
      return;
    }
    if (isFull(hasFindings)) {
      left++;
      return;
    }
    String root = facts.cluster().unit().root();
    try {
      add(new Kept(new SimulatedUnit(root, facts.network()), services, hasFindings));
    } catch (OutOfMemoryError tooLarge) {
      throw LintAborted.outOfMemory(root, tooLarge);
    } catch (RuntimeException | StackOverflowError bug) {
      problems.add(InternalError.in(root, bug));
    }
  }

  /** Takes what a portion kept. */
  void addAll(KeptUnits portion) {
    left += portion.left;
    for (Kept one : portion.kept) {
      if (isFull(one.hasFindings())) {
        left++;
      } else {
        add(one);
      }
    }
  }

  private boolean isFull(boolean hasFindings) {
    return hasFindings ? broken >= mostBroken : clean >= mostClean;
  }

  private void add(Kept one) {
    kept.add(one);
    if (one.hasFindings()) {
      broken += one.services();
    } else {
      clean += one.services();
    }
  }

  /** The units by root. */
  List<SimulatedUnit> units() {
    List<SimulatedUnit> units = new ArrayList<>(kept.size());
    for (Kept one : kept) {
      units.add(one.unit());
    }
    units.sort((a, b) -> a.root().compareTo(b.root()));
    return units;
  }

  /** How many units have Services and are not kept. */
  int left() {
    return left;
  }
}
