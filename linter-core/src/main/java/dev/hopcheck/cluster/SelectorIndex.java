package dev.hopcheck.cluster;

import dev.hopcheck.resource.LabelSelector;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Match;
import dev.hopcheck.resource.Pod;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Pod sets of one namespace by their labels. A selector looks at those only that carry its rarest
 * pair, so that thousands of Services by thousands of workloads stay cheap.
 */
final class SelectorIndex {
  /** Where more sets come into question, Services with the same selector share what they select. */
  private static final int FEW = 16;

  private final List<PodSet> sets;
  private final Map<String, List<Selected>> shared = new ConcurrentHashMap<>();
  private final Map<String, Map<String, List<Integer>>> exact = new LinkedHashMap<>();
  private final Map<String, List<Integer>> anyValue = new HashMap<>();

  private final List<Integer> unlabelled = new ArrayList<>(0);

  SelectorIndex(List<PodSet> sets) {
    this.sets = List.copyOf(sets);
    for (int i = 0; i < sets.size(); i++) {
      add(i, sets.get(i));
    }
  }

  List<PodSet> sets() {
    return sets;
  }

  /** The sets that a flat selector selects, in input order. */
  List<Selected> select(Labels selector) {
    if (selector.isEmpty()) {
      return List.of();
    }
    List<Integer> candidates = candidates(selector);
    if (candidates.size() <= FEW) {
      return select(selector, candidates);
    }
    return shared.computeIfAbsent(
        text(selector), unused -> List.copyOf(select(selector, candidates)));
  }

  private List<Selected> select(Labels selector, List<Integer> candidates) {
    List<Selected> selected = new ArrayList<>(1);
    for (int i : candidates) {
      Match match = sets.get(i).matches(selector);
      if (match != Match.NO) {
        selected.add(new Selected(sets.get(i), match));
      }
    }
    return selected;
  }

  /** Equal for selectors that select the same. */
  private static String text(Labels selector) {
    StringBuilder text = new StringBuilder();
    for (Labels.Pair pair : selector.pairs()) {
      text.append(pair.key()).append(pair.value().unknown() ? '?' : '=');
      text.append(pair.value().value()).append('\n');
    }
    return text.toString();
  }

  /** The sets that a selector with expressions selects, in input order. */
  List<Selected> select(LabelSelector selector) {
    List<Selected> selected = new ArrayList<>();
    for (int i : candidates(selector.matchLabels())) {
      Match match = sets.get(i).matches(selector);
      if (match != Match.NO) {
        selected.add(new Selected(sets.get(i), match));
      }
    }
    return selected;
  }

  /** The first set that a flat selector surely selects and that is wanted; null where none is. */
  @Nullable PodSet firstCertain(Labels selector, Predicate<PodSet> wanted) {
    if (selector.isEmpty()) {
      return null;
    }
    for (int i : candidates(selector)) {
      PodSet set = sets.get(i);
      if (wanted.test(set) && set.matches(selector) == Match.YES) {
        return set;
      }
    }
    return null;
  }

  /** Whether a selector with expressions surely selects a set that is wanted. */
  boolean anyCertain(LabelSelector selector, Predicate<PodSet> wanted) {
    for (int i : candidates(selector.matchLabels())) {
      PodSet set = sets.get(i);
      if (wanted.test(set) && set.matches(selector) == Match.YES) {
        return true;
      }
    }
    return false;
  }

  /** The first sets that carry the pair, be it written or added by a controller. */
  List<PodSet> carrying(String key, String value, int most) {
    return resolve(exactly(key, value), most);
  }

  /** All values of a key that are written, each with the sets that carry it. */
  Map<String, List<Integer>> values(String key) {
    return exact.getOrDefault(key, Map.of());
  }

  /** The keys that any set has, in order of writing. */
  Iterable<String> keys() {
    return exact.keySet();
  }

  /** The first sets of these numbers. */
  List<PodSet> resolve(List<Integer> numbers, int most) {
    int size = Math.min(numbers.size(), most);
    List<PodSet> resolved = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      resolved.add(sets.get(numbers.get(i)));
    }
    return resolved;
  }

  /** In ascending order; as few as the rarest pair has, never a walk over all of the namespace. */
  List<Integer> candidates(Labels selector) {
    List<Integer> rarest = null;
    String rarestKey = "";
    for (Labels.Pair pair : selector.pairs()) {
      if (pair.value().unknown() || AddedLabels.fromNode(pair.key())) {
        continue;
      }
      List<Integer> carrying = exactly(pair.key(), pair.value().value());
      if (rarest == null || cost(pair.key(), carrying) < cost(rarestKey, rarest)) {
        rarest = carrying;
        rarestKey = pair.key();
      }
    }
    if (rarest == null) {
      List<Integer> all = new ArrayList<>(sets.size());
      for (int i = 0; i < sets.size(); i++) {
        all.add(i);
      }
      return all;
    }
    List<Integer> anyValued = anyValue.getOrDefault(rarestKey, List.of());
    if (anyValued.isEmpty() && unlabelled.isEmpty()) {
      return rarest;
    }
    BitSet merged = new BitSet(sets.size());
    setAll(merged, rarest);
    setAll(merged, anyValued);
    setAll(merged, unlabelled);
    List<Integer> candidates = new ArrayList<>(rarest.size() + anyValued.size());
    for (int i = merged.nextSetBit(0); i >= 0; i = merged.nextSetBit(i + 1)) {
      candidates.add(i);
    }
    return candidates;
  }

  private int cost(String key, List<Integer> carrying) {
    return carrying.size() + anyValue.getOrDefault(key, List.of()).size();
  }

  private List<Integer> exactly(String key, String value) {
    String wanted = key.equals(AddedLabels.POD_NAME) ? setName(value) : value;
    return exact.getOrDefault(key, Map.of()).getOrDefault(wanted, List.of());
  }

  /** Pods of StatefulSets are found by the name of their set. */
  private static String setName(String podName) {
    int dash = podName.lastIndexOf('-');
    return dash < 0 ? podName : podName.substring(0, dash);
  }

  private static void setAll(BitSet bits, List<Integer> numbers) {
    for (int number : numbers) {
      bits.set(number);
    }
  }

  private void add(int number, PodSet set) {
    if (set.labelsUnknown()) {
      unlabelled.add(number);
    }
    addLabels(number, set.labels());
    for (Pod pod : set.pods()) {
      addLabels(number, pod.head().labels());
    }
    AddedLabels added = set.added();
    for (Map.Entry<String, String> pair : added.fixed().entrySet()) {
      addPair(number, pair.getKey(), pair.getValue());
    }
    for (String key : added.unknown()) {
      addAnyValue(number, key);
    }
    if (added.ordinal()) {
      addPair(number, AddedLabels.POD_NAME, set.name());
      addAnyValue(number, AddedLabels.POD_INDEX);
    }
  }

  private void addLabels(int number, Labels labels) {
    for (Labels.Pair pair : labels.pairs()) {
      if (pair.value().known()) {
        String key = pair.key();
        String value = pair.value().value();
        addPair(number, key, key.equals(AddedLabels.POD_NAME) ? setName(value) : value);
      } else {
        addAnyValue(number, pair.key());
      }
    }
  }

  private void addPair(int number, String key, String value) {
    append(
        exact
            .computeIfAbsent(key, unused -> new LinkedHashMap<>())
            .computeIfAbsent(value, unused -> new ArrayList<>(1)),
        number);
  }

  private void addAnyValue(int number, String key) {
    append(anyValue.computeIfAbsent(key, unused -> new ArrayList<>(1)), number);
  }

  private static void append(List<Integer> numbers, int number) {
    if (numbers.isEmpty() || numbers.get(numbers.size() - 1) != number) {
      numbers.add(number);
    }
  }
}
