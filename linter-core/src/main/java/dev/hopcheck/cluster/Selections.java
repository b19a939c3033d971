package dev.hopcheck.cluster;

import dev.hopcheck.resource.LabelSelector;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Match;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which Service selects which pods, worked out once. */
final class Selections {
  private final List<PodSet> podSets;
  private final Map<String, SelectorIndex> indexes;
  private final Map<String, SelectorIndex> lost;
  private final Map<Service, List<Selected>> byService = new IdentityHashMap<>();
  private final Map<Service, Integer> places = new IdentityHashMap<>();
  private final Map<PodSet, List<List<Service>>> byPods = new IdentityHashMap<>();
  private volatile @Nullable NearMisses nearMisses;

  Selections(List<PodSet> podSets, List<Resource> resources, List<Duplicate> duplicates) {
    this.podSets = podSets;
    indexes = index(podSets);
    lost = index(lostVariants(duplicates));
    // Services that select the same pods are kept as one, or many by many would be their product.
    Map<List<Selected>, List<Service>> alikes = new IdentityHashMap<>();
    for (Resource resource : resources) {
      if (resource instanceof Service service) {
        List<Selected> selected = select(service);
        byService.put(service, selected);
        places.put(service, places.size());
        if (selected.isEmpty()) {
          continue;
        }
        List<Service> alike = alikes.get(selected);
        if (alike != null) {
          alike.add(service);
          continue;
        }
        alike = new ArrayList<>(1);
        alike.add(service);
        alikes.put(selected, alike);
        for (Selected one : selected) {
          byPods.computeIfAbsent(one.pods(), unused -> new ArrayList<>(1)).add(alike);
        }
      }
    }
  }

  List<PodSet> podSets(String namespace) {
    SelectorIndex index = indexes.get(namespace);
    return index == null ? List.of() : index.sets();
  }

  List<Selected> of(Service service) {
    List<Selected> known = byService.get(service);
    return known != null ? known : select(service);
  }

  List<Selected> of(Labels selector, String namespace) {
    SelectorIndex index = indexes.get(namespace);
    return index == null ? List.of() : index.select(selector);
  }

  List<Selected> of(LabelSelector selector, String namespace) {
    SelectorIndex index = indexes.get(namespace);
    return index == null ? List.of() : index.select(selector);
  }

  boolean certainBeside(LabelSelector selector, PodSet own) {
    SelectorIndex index = indexes.get(own.namespace());
    return index != null && index.anyCertain(selector, set -> set != own);
  }

  List<Service> servicesFor(PodSet pods) {
    List<List<Service>> all = byPods.getOrDefault(pods, List.of());
    if (all.size() == 1) {
      return Collections.unmodifiableList(all.get(0));
    }
    List<Service> services = new ArrayList<>(all.size());
    for (List<Service> alike : all) {
      services.addAll(alike);
    }
    services.sort(Comparator.comparing(places::get));
    return services;
  }

  /** Made when the first selector matches nothing; made twice by two threads, both are right. */
  NearMisses nearMisses() {
    NearMisses known = nearMisses;
    if (known == null) {
      known = new NearMisses(podSets, indexes);
      nearMisses = known;
    }
    return known;
  }

  private List<Selected> select(Service service) {
    if (!service.selectsPods()) {
      return List.of();
    }
    List<Selected> selected = of(service.selector(), service.namespace());
    return selected.isEmpty() ? lost(service) : selected;
  }

  /**
   * A Service may be meant for a variant that another file overwrote: that is unknown, not broken.
   */
  private List<Selected> lost(Service service) {
    SelectorIndex index = lost.get(service.namespace());
    if (index == null) {
      return List.of();
    }
    List<Selected> unknown = new ArrayList<>(0);
    for (Selected selected : index.select(service.selector())) {
      unknown.add(new Selected(selected.pods(), Match.UNKNOWN));
    }
    return unknown;
  }

  private static Map<String, SelectorIndex> index(List<PodSet> sets) {
    Map<String, List<PodSet>> byNamespace = new LinkedHashMap<>();
    for (PodSet set : sets) {
      byNamespace.computeIfAbsent(set.namespace(), unused -> new ArrayList<>()).add(set);
    }
    Map<String, SelectorIndex> indexes = new LinkedHashMap<>();
    for (Map.Entry<String, List<PodSet>> entry : byNamespace.entrySet()) {
      indexes.put(entry.getKey(), new SelectorIndex(entry.getValue()));
    }
    return indexes;
  }

  private static List<PodSet> lostVariants(List<Duplicate> duplicates) {
    List<PodSet> sets = new ArrayList<>(0);
    for (Duplicate duplicate : duplicates) {
      if (duplicate.variants()) {
        sets.addAll(PodSets.of(duplicate.lost(), Map.of()));
      }
    }
    return sets;
  }
}
