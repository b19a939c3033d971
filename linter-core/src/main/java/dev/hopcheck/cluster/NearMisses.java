package dev.hopcheck.cluster;

import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Match;
import dev.hopcheck.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the pods that a selector which matches nothing was probably meant for. */
final class NearMisses {
  /** More candidates than that of one sort are no evidence, only cost. */
  private static final int MOST = 64;

  private final Map<String, SelectorIndex> indexes;
  private final Map<String, Map<String, List<PodSet>>> byName = new LinkedHashMap<>();
  private final Map<String, Map<String, List<PodSet>>> byValue = new LinkedHashMap<>();

  NearMisses(Map<String, SelectorIndex> indexes) {
    this.indexes = indexes;
    for (Map.Entry<String, SelectorIndex> entry : indexes.entrySet()) {
      Map<String, List<PodSet>> names = new LinkedHashMap<>();
      Map<String, List<PodSet>> values = new LinkedHashMap<>();
      for (PodSet set : entry.getValue().sets()) {
        names.computeIfAbsent(set.name(), unused -> new ArrayList<>(1)).add(set);
        addValues(values, set.labels(), set);
        if (set.workload() != null) {
          addValues(values, set.workload().head().labels(), set);
        }
      }
      byName.put(entry.getKey(), names);
      byValue.put(entry.getKey(), values);
    }
  }

  private static void addValues(Map<String, List<PodSet>> values, Labels labels, PodSet set) {
    for (Located<String> value : labels.pairs().values()) {
      List<PodSet> sets = values.computeIfAbsent(value.value(), unused -> new ArrayList<>(1));
      if (sets.size() < MOST && !sets.contains(set)) {
        sets.add(set);
      }
    }
  }

  /**
   * The closest pod set; null where there is nothing at all to compare with.
   *
   * @param name of what selects; a workload of the same name is a hint
   */
  @Nullable NearMiss closest(String name, Labels selector, String namespace) {
    PodSet elsewhere = inOtherNamespace(selector, namespace);
    if (elsewhere != null) {
      return new NearMiss(
          elsewhere, NearMiss.Kind.OTHER_NAMESPACE, List.of(), false, elsewhere.labels().at());
    }
    NearMiss best = null;
    int least = Integer.MAX_VALUE;
    for (PodSet set : candidates(name, selector, namespace)) {
      Comparison comparison = Comparison.of(selector, set);
      int cost = comparison.cost() - (set.name().equals(name) ? Comparison.SAME_NAME : 0);
      if (cost < least) {
        least = cost;
        best = comparison.toNearMiss(set.name().equals(name));
      }
    }
    return best;
  }

  private @Nullable PodSet inOtherNamespace(Labels selector, String namespace) {
    for (Map.Entry<String, SelectorIndex> entry : indexes.entrySet()) {
      if (entry.getKey().equals(namespace)) {
        continue;
      }
      for (Selected selected : entry.getValue().select(selector)) {
        if (selected.match() == Match.YES) {
          return selected.pods();
        }
      }
    }
    return null;
  }

  private Set<PodSet> candidates(String name, Labels selector, String namespace) {
    SelectorIndex index = indexes.get(namespace);
    Set<PodSet> found = new LinkedHashSet<>();
    if (index == null) {
      return found;
    }
    addSome(found, byName.getOrDefault(namespace, Map.of()).getOrDefault(name, List.of()));
    Map<String, List<PodSet>> values = byValue.getOrDefault(namespace, Map.of());
    for (Map.Entry<String, Located<String>> pair : selector.pairs().entrySet()) {
      String key = pair.getKey();
      String value = pair.getValue().value();
      addSome(found, index.carrying(key, value));
      addSome(found, values.getOrDefault(value, List.of()));
      for (Map.Entry<String, List<Integer>> other : index.values(key).entrySet()) {
        if (EditDistance.near(value, other.getKey())
            || EditDistance.caseOnly(value, other.getKey())) {
          addSome(found, index.resolve(other.getValue()));
        }
      }
    }
    for (String key : selector.keys()) {
      addSome(found, index.withKey(key));
    }
    if (found.isEmpty() && !index.sets().isEmpty()) {
      found.add(index.sets().get(0));
    }
    return found;
  }

  private static void addSome(Set<PodSet> found, List<PodSet> more) {
    int limit = Math.min(more.size(), MOST);
    for (int i = 0; i < limit; i++) {
      found.add(more.get(i));
    }
  }

  /** Where to point at in the pods' manifest. */
  static Location place(PodSet set, List<NearMiss.Difference> differences) {
    for (NearMiss.Difference difference : differences) {
      if (difference.found() != null) {
        return difference.found().at();
      }
    }
    return set.labels().at();
  }
}
