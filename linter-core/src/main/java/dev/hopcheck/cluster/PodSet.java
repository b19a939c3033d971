package dev.hopcheck.cluster;

import dev.hopcheck.resource.LabelSelector;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Match;
import dev.hopcheck.resource.Pod;
import dev.hopcheck.resource.PodSpec;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.source.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pods of one workload, or one bare pod, taken as one. */
public final class PodSet {
  private final Resource owner;
  private final PodSpec spec;
  private final Labels labels;
  private final AddedLabels added;
  private final List<Pod> pods;
  private final Located<Integer> replicas;
  private final boolean labelsUnknown;

  private PodSet(
      Resource owner,
      PodSpec spec,
      Labels labels,
      AddedLabels added,
      List<Pod> pods,
      Located<Integer> replicas,
      boolean labelsUnknown) {
    this.owner = owner;
    this.spec = spec;
    this.labels = labels;
    this.added = added;
    this.pods = List.copyOf(pods);
    this.replicas = replicas;
    this.labelsUnknown = labelsUnknown;
  }

  /**
   * The pods that a workload makes.
   *
   * @param pods those of a live dump, empty otherwise
   * @param kustomized the labels that a kustomization beside adds; null where none stands beside
   */
  static PodSet of(Workload workload, List<Pod> pods, @Nullable Labels kustomized) {
    Labels labels = workload.templateLabels();
    boolean lacksAll = labels.isEmpty() && !workload.selector().written();
    return new PodSet(
        workload,
        workload.spec(),
        kustomized == null ? labels : labels.with(kustomized),
        AddedLabels.of(workload),
        pods,
        workload.replicas(),
        lacksAll && kustomized != null && kustomized.isEmpty());
  }

  /** Bare pods, or those of a live dump whose common owner is not in the unit. */
  static PodSet of(List<Pod> pods) {
    Pod first = pods.get(0);
    Located<Integer> count = new Located<>(pods.size(), "", first.head().kindAt(), false);
    return new PodSet(
        first, first.spec(), first.head().labels(), AddedLabels.NONE, pods, count, false);
  }

  /** The workload, or the first pod where there is none. */
  public Resource owner() {
    return owner;
  }

  /** The workload that makes the pods; null for bare pods. */
  public @Nullable Workload workload() {
    return owner instanceof Workload workload ? workload : null;
  }

  /** The pods that are given as such; empty where they are only made from a template. */
  public List<Pod> pods() {
    return pods;
  }

  /** The namespace. */
  public String namespace() {
    return owner.namespace();
  }

  /** The owner's name. */
  public String name() {
    return owner.name();
  }

  /** The owner's kind and name, such as {@code Deployment web}. */
  public String title() {
    return owner.head().kind() + " " + owner.name();
  }

  /** What the pods are made of: the template, or the first pod. */
  public PodSpec spec() {
    return spec;
  }

  /** The labels as written, without those that a controller adds. */
  public Labels labels() {
    return labels;
  }

  /** Number of pods wanted; not written where it is a default or not part of the kind. */
  public Located<Integer> replicas() {
    return replicas;
  }

  /** Whether it is scaled to nothing: no pod exists, though the labels match (WL-01). */
  public boolean scaledToZero() {
    Workload workload = workload();
    return workload != null
        && workload.type().replicated()
        && replicas.known()
        && replicas.value() == 0
        && pods.isEmpty();
  }

  /** Whether the pods run to an end, so that they are endpoints for a time only (WL-03). */
  public boolean runsToEnd() {
    Workload workload = workload();
    return workload != null && workload.type().runsToEnd();
  }

  /** Whether a custom kind makes them, so that they are assumed (WL-07). */
  public boolean assumed() {
    Workload workload = workload();
    return workload != null && workload.type() == Workload.Type.CUSTOM;
  }

  /** Where the labels are written: the map's key, or the nearest written parent's. */
  public Location labelsAt() {
    return labels.at();
  }

  /** Whether a flat selector selects any of the pods; an empty one selects none (SEL-07). */
  public Match matches(Labels selector) {
    if (selector.isEmpty()) {
      return Match.NO;
    }
    if (!pods.isEmpty()) {
      return anyPod(selector);
    }
    Match match = Match.YES;
    for (Labels.Pair pair : selector.pairs()) {
      match = match.and(carries(pair.key(), pair.value()));
      if (match == Match.NO) {
        return match;
      }
    }
    return match;
  }

  /** Whether a selector with expressions selects any of the pods. */
  public Match matches(LabelSelector selector) {
    if (pods.isEmpty()) {
      Match match = selector.matches(new FirstPod(this));
      return match == Match.NO && labels.hasUnknown() ? Match.UNKNOWN : match;
    }
    Match best = Match.NO;
    for (Pod pod : pods) {
      Match match = selector.matches(pod.head().labels());
      if (match == Match.YES) {
        return match;
      }
      best = match == Match.UNKNOWN ? match : best;
    }
    return best;
  }

  /** The first pod, with those labels that a controller adds and whose values are known. */
  private record FirstPod(PodSet set) implements LabelSelector.Carrier {
    @Override
    public @Nullable String value(String key) {
      if (set.added.ordinal() && key.equals(AddedLabels.POD_NAME)) {
        return set.name() + "-" + set.firstIndex();
      }
      if (set.added.ordinal() && key.equals(AddedLabels.POD_INDEX)) {
        return Integer.toString(set.firstIndex());
      }
      String fixed = set.added.fixed().get(key);
      return fixed == null ? set.labels.value(key) : fixed;
    }
  }

  /**
   * The labels of the pod of that number, those with known values that a controller adds included;
   * for StatefulSets the number is the ordinal.
   */
  public Map<String, String> labels(int index) {
    Map<String, String> all = new LinkedHashMap<>(labels.plain());
    all.putAll(added.fixed());
    if (added.ordinal()) {
      all.put(AddedLabels.POD_NAME, name() + "-" + index);
      all.put(AddedLabels.POD_INDEX, Integer.toString(index));
    }
    return all;
  }

  /** The lowest ordinal of a StatefulSet; 0 for others. */
  public int firstIndex() {
    Workload workload = workload();
    return workload == null || workload.stateful() == null ? 0 : workload.stateful().firstOrdinal();
  }

  /** Whether all pods carry the pair, or none, or that is known at run time only. */
  Match carries(String key, Located<String> wanted) {
    if (wanted.unknown()) {
      return Match.UNKNOWN;
    }
    if (added.ordinal() && key.equals(AddedLabels.POD_NAME)) {
      return hasOrdinal(Ordinals.of(wanted.value(), name()));
    }
    if (added.ordinal() && key.equals(AddedLabels.POD_INDEX)) {
      return hasOrdinal(Ordinals.parse(wanted.value()));
    }
    if (added.unknown().contains(key) || AddedLabels.fromNode(key)) {
      return Match.UNKNOWN;
    }
    String fixed = added.fixed().get(key);
    if (fixed != null) {
      return fixed.equals(wanted.value()) ? Match.YES : Match.NO;
    }
    Located<String> written = labels.get(key);
    if (written == null) {
      return labelsUnknown ? Match.UNKNOWN : Match.NO;
    }
    if (written.unknown()) {
      return Match.UNKNOWN;
    }
    return written.value().equals(wanted.value()) ? Match.YES : Match.NO;
  }

  /** Whether the pair names a pod of this StatefulSet, whatever its ordinal. */
  boolean hasOrdinalsLike(String key, String value) {
    return added.ordinal() && key.equals(AddedLabels.POD_NAME) && Ordinals.of(value, name()) >= 0;
  }

  /**
   * Whether labels must come from elsewhere: a kustomization completes a workload that has none.
   */
  boolean labelsUnknown() {
    return labelsUnknown;
  }

  AddedLabels added() {
    return added;
  }

  private Match anyPod(Labels selector) {
    Match best = Match.NO;
    for (Pod pod : pods) {
      Match match = Match.YES;
      for (Labels.Pair pair : selector.pairs()) {
        match = match.and(carriedBy(pod, pair.key(), pair.value()));
      }
      if (match == Match.YES) {
        return match;
      }
      best = match == Match.UNKNOWN ? match : best;
    }
    return best;
  }

  private static Match carriedBy(Pod pod, String key, Located<String> wanted) {
    Located<String> written = pod.head().labels().get(key);
    if (wanted.unknown() || (written != null && written.unknown())) {
      return Match.UNKNOWN;
    }
    if (written == null) {
      return AddedLabels.fromNode(key) ? Match.UNKNOWN : Match.NO;
    }
    return written.value().equals(wanted.value()) ? Match.YES : Match.NO;
  }

  private Match hasOrdinal(int ordinal) {
    if (ordinal < 0) {
      return Match.NO;
    }
    if (replicas.unknown()) {
      return Match.UNKNOWN;
    }
    int first = firstIndex();
    return ordinal >= first && ordinal < first + replicas.value() ? Match.YES : Match.NO;
  }

  @Override
  public String toString() {
    return namespace() + "/" + title();
  }
}
