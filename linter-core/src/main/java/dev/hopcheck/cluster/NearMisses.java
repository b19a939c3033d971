package dev.hopcheck.cluster;

import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Service;
import dev.hopcheck.source.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the pods that a selector which matches nothing was probably meant for. */
final class NearMisses {
  /** More candidates than that of one sort are no evidence, only cost. */
  private static final int MOST = 24;

  private final Map<String, SelectorIndex> indexes;
  private final SelectorIndex everywhere;
  private final Map<String, Neighbours> neighbours = new HashMap<>();
  private final Map<Service, @Nullable NearMiss> known = new IdentityHashMap<>(0);

  /** What a namespace's pod sets are called, and what values their labels have. */
  private record Neighbours(
      Map<String, List<PodSet>> byName,
      Map<String, List<PodSet>> byValue,
      Map<String, NearValues> byKey) {
    static Neighbours of(SelectorIndex index) {
      Neighbours made = new Neighbours(new HashMap<>(), new HashMap<>(), new HashMap<>());
      for (PodSet set : index.sets()) {
        made.byName.computeIfAbsent(set.name(), unused -> new ArrayList<>(1)).add(set);
        addValues(made.byValue, set.labels(), set);
        addValues(made.byValue, set.owner().head().labels(), set);
      }
      for (String key : index.keys()) {
        made.byKey.put(key, new NearValues(index.values(key), MOST));
      }
      return made;
    }
  }

  NearMisses(List<PodSet> all, Map<String, SelectorIndex> indexes) {
    this.indexes = indexes;
    everywhere = indexes.size() == 1 ? indexes.values().iterator().next() : new SelectorIndex(all);
  }

  private static void addValues(Map<String, List<PodSet>> values, Labels labels, PodSet set) {
    for (Labels.Pair pair : labels.pairs()) {
      List<PodSet> sets =
          values.computeIfAbsent(pair.value().value(), unused -> new ArrayList<>(1));
      if (sets.size() < MOST && !sets.contains(set)) {
        sets.add(set);
      }
    }
  }

  /**
   * The closest pod set to a Service's selector; null where there is nothing at all to compare
   * with. Several rules ask for the same Service.
   */
  @Nullable NearMiss closest(Service service) {
    synchronized (known) {
      if (!known.containsKey(service)) {
        known.put(service, closest(service.name(), service.selector(), service.namespace()));
      }
      return known.get(service);
    }
  }

  /**
   * As before, for any flat selector.
   *
   * @param name of what selects; a workload of the same name is a hint
   */
  @Nullable NearMiss closest(String name, Labels selector, String namespace) {
    PodSet elsewhere = inOtherNamespace(selector, namespace);
    if (elsewhere != null) {
      return new NearMiss(
          elsewhere, NearMiss.Kind.OTHER_NAMESPACE, List.of(), false, elsewhere.labels().at());
    }
    Neighbours near = neighbours(namespace);
    if (near == null) {
      return null;
    }
    Search search = new Search(name, selector);
    search.compare(near.byName.getOrDefault(name, List.of()));
    if (!search.settled()) {
      search.compare(candidates(selector, namespace, near));
    }
    return search.best;
  }

  /** Found out for a namespace when something of it is first missed. */
  private synchronized @Nullable Neighbours neighbours(String namespace) {
    Neighbours known = neighbours.get(namespace);
    SelectorIndex index = indexes.get(namespace);
    if (known == null && index != null) {
      known = Neighbours.of(index);
      neighbours.put(namespace, known);
    }
    return known;
  }

  /** Compares candidates and keeps the closest; of equal ones the first. */
  private static final class Search {
    private final String name;
    private final Labels selector;
    private @Nullable NearMiss best;
    private int least = Integer.MAX_VALUE;

    Search(String name, Labels selector) {
      this.name = name;
      this.selector = selector;
    }

    void compare(Collection<PodSet> candidates) {
      for (PodSet set : candidates) {
        boolean sameName = set.name().equals(name);
        Comparison comparison = Comparison.of(selector, set);
        int cost = comparison.cost() - (sameName ? Comparison.SAME_NAME : 0);
        if (cost < least) {
          least = cost;
          best = comparison.toNearMiss(sameName);
        }
      }
    }

    /** A slip in the labels of the workload of that very name: nothing comes closer. */
    boolean settled() {
      return least <= 0;
    }
  }

  private @Nullable PodSet inOtherNamespace(Labels selector, String namespace) {
    return everywhere.firstCertain(selector, set -> !set.namespace().equals(namespace));
  }

  private Collection<PodSet> candidates(Labels selector, String namespace, Neighbours near) {
    SelectorIndex index = Objects.requireNonNull(indexes.get(namespace));
    Set<PodSet> found = new LinkedHashSet<>();
    for (Labels.Pair pair : selector.pairs()) {
      String value = pair.value().value();
      addSome(found, index.carrying(pair.key(), value, MOST));
      addSome(found, near.byValue.getOrDefault(value, List.of()));
      NearValues values = near.byKey.get(pair.key());
      if (values != null) {
        addSome(found, index.resolve(values.near(value, MOST), MOST));
        addSome(found, index.resolve(values.some(), MOST));
      }
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
