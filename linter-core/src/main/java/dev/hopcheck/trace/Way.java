package dev.hopcheck.trace;

import dev.hopcheck.resource.Located;
import dev.hopcheck.source.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A flow's way so far; it is never changed, so that branches share what lies before them. */
final class Way {
  private final List<Hop> done;
  private final String place;
  private final List<Step> steps;
  private final List<String> assumed;

  private Way(List<Hop> done, String place, List<Step> steps, List<String> assumed) {
    this.done = done;
    this.place = place;
    this.steps = steps;
    this.assumed = assumed;
  }

  static Way from(String place) {
    return new Way(List.of(), place, List.of(), List.of());
  }

  /** Goes on to another place; a place without steps is left out. */
  Way to(String next) {
    return new Way(hops(), next, List.of(), assumed);
  }

  Way step(Step.Kind kind, String text, Evidence... evidence) {
    List<Step> more = new ArrayList<>(steps);
    more.add(new Step(kind, text, List.of(evidence)));
    return new Way(done, place, more, assumed);
  }

  Way step(Step.Kind kind, String text, List<Evidence> evidence) {
    return step(kind, text, evidence.toArray(new Evidence[0]));
  }

  /** Takes something for granted. */
  Way assume(String what) {
    List<String> more = new ArrayList<>(assumed);
    more.add(what);
    return new Way(done, place, steps, more);
  }

  Trace delivered(String reached, String text, List<Evidence> evidence) {
    Way end = step(Step.Kind.DELIVER, text, evidence);
    return new Trace(Disposition.DELIVERED, Fate.DELIVERED, end.hops(), reached, assumed);
  }

  Trace leaves(String text, Evidence... evidence) {
    Way end = step(Step.Kind.LEAVE_CLUSTER, text, evidence);
    return new Trace(Disposition.EXITS_CLUSTER, Fate.EXTERNAL, end.hops(), null, assumed);
  }

  Trace stops(Disposition disposition, Fate fate, String text, Evidence... evidence) {
    Way end = step(Step.Kind.STOP, text, evidence);
    return new Trace(disposition, fate, end.hops(), null, assumed);
  }

  static Evidence at(Located<?> value, String text) {
    return new Evidence(value.at(), text);
  }

  static List<Evidence> atOrNone(@Nullable Location place, String text) {
    return place == null ? List.of() : List.of(new Evidence(place, text));
  }

  private List<Hop> hops() {
    if (steps.isEmpty()) {
      return done;
    }
    List<Hop> hops = new ArrayList<>(done);
    hops.add(new Hop(place, steps));
    return hops;
  }
}
