package dev.hopcheck.cluster;

import dev.hopcheck.cluster.NearMiss.Difference;
import dev.hopcheck.cluster.NearMiss.Kind;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Match;
import java.util.ArrayList;
import java.util.List;

/**
 * A selector held against the labels of one pod set.
 *
 * @param cost how far they are apart; 0 would match
 * @param kind the worst of the differences
 * @param matched how many pairs match
 */
record Comparison(PodSet set, List<Difference> differences, Kind kind, int cost, int matched) {
  /** What a common name is worth: less than a pair that matches, more than a slip in it. */
  static final int SAME_NAME = 5;

  private static final int MISSING = 12;

  static Comparison of(Labels selector, PodSet set) {
    List<Difference> differences = new ArrayList<>();
    Kind kind = Kind.VALUE_CASE;
    int cost = 0;
    int matched = 0;
    boolean onWorkload = true;
    for (Labels.Pair pair : selector.pairs()) {
      if (set.carries(pair.key(), pair.value()) != Match.NO) {
        matched++;
        continue;
      }
      Found found =
          set.hasOrdinalsLike(pair.key(), pair.value().value())
              ? Found.BEYOND
              : Found.nearest(pair.key(), pair.value().value(), set.labels());
      differences.add(new Difference(pair.key(), pair.value(), found.key(), found.value()));
      kind = kind.compareTo(found.kind()) < 0 ? found.kind() : kind;
      cost += cost(found.kind());
      onWorkload &= onWorkload(set, pair.key(), pair.value().value());
    }
    if (onWorkload && !differences.isEmpty()) {
      return new Comparison(set, onWorkload(set, differences), Kind.ON_WORKLOAD_ONLY, 1, matched);
    }
    return new Comparison(set, differences, kind, cost, matched);
  }

  /** What is said of it. */
  NearMiss toNearMiss(boolean sameName) {
    Kind said = kind;
    if (kind == Kind.NONE && matched > 0) {
      said = Kind.PAIR_MISSING;
    } else if (kind == Kind.NONE && sameName) {
      said = Kind.SAME_NAME;
    } else if (kind == Kind.NONE && anyFound()) {
      said = Kind.OTHER_VALUE;
    }
    return new NearMiss(set, said, differences, sameName, NearMisses.place(set, differences));
  }

  private boolean anyFound() {
    for (Difference difference : differences) {
      if (difference.found() != null) {
        return true;
      }
    }
    return false;
  }

  private static int cost(Kind kind) {
    return switch (kind) {
      case VALUE_CASE -> 1;
      case VALUE_TYPO, KEY_TYPO -> 2;
      case OTHER_KEY -> 3;
      case OTHER_VALUE -> MISSING - 2;
      case OTHER_NAMESPACE, ON_WORKLOAD_ONLY, PAIR_MISSING, SAME_NAME, NONE -> MISSING;
    };
  }

  private static boolean onWorkload(PodSet set, String key, String value) {
    return set.workload() != null && value.equals(set.workload().head().labels().value(key));
  }

  /** The same pairs, found on the workload's own metadata. */
  private static List<Difference> onWorkload(PodSet set, List<Difference> differences) {
    Labels own = set.owner().head().labels();
    List<Difference> found = new ArrayList<>(differences.size());
    for (Difference difference : differences) {
      found.add(
          new Difference(
              difference.key(), difference.wanted(), difference.key(), own.get(difference.key())));
    }
    return found;
  }
}
