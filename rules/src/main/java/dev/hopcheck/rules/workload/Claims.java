package dev.hopcheck.rules.workload;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.resource.LabelSelector;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Match;
import dev.hopcheck.resource.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which workloads claim which pods. Each workload is kept under that pair of its selector which the
 * fewest pods carry, so that only few have to be compared however many there are.
 */
final class Claims {
  private final Map<String, Integer> carried = new HashMap<>();
  private final Map<String, List<PodSet>> byPair = new HashMap<>();

  private Claims() {}

  /** The claims of workloads that have a selector. */
  static Claims of(List<PodSet> sets) {
    Claims claims = new Claims();
    for (PodSet set : sets) {
      for (Labels.Pair pair : set.labels().pairs()) {
        claims.carried.merge(key(set, pair), 1, Integer::sum);
      }
    }
    for (PodSet set : sets) {
      String rarest = claims.rarest(set);
      if (rarest != null) {
        claims.byPair.computeIfAbsent(rarest, unused -> new ArrayList<>(1)).add(set);
      }
    }
    return claims;
  }

  /** The first earlier workload of the same kind such that each claims the other's pods. */
  @Nullable Workload rival(PodSet set) {
    LabelSelector own = selector(set);
    for (Labels.Pair pair : set.labels().pairs()) {
      for (PodSet other : byPair.getOrDefault(key(set, pair), List.of())) {
        if (other == set) {
          break;
        }
        LabelSelector theirs = selector(other);
        if (own != null
            && theirs != null
            && set.matches(theirs) == Match.YES
            && other.matches(own) == Match.YES) {
          return other.workload();
        }
      }
    }
    return null;
  }

  private @Nullable String rarest(PodSet set) {
    LabelSelector selector = selector(set);
    String rarest = null;
    int least = Integer.MAX_VALUE;
    if (selector != null) {
      for (Labels.Pair pair : selector.matchLabels().pairs()) {
        String key = key(set, pair);
        int count = carried.getOrDefault(key, 0);
        if (pair.value().known() && count < least) {
          least = count;
          rarest = key;
        }
      }
    }
    return rarest;
  }

  private static @Nullable LabelSelector selector(PodSet set) {
    Workload workload = set.workload();
    return workload == null ? null : workload.selector();
  }

  /** Only workloads of one kind in one namespace are compared. */
  private static String key(PodSet set, Labels.Pair pair) {
    return set.owner().head().kind()
        + " "
        + set.namespace()
        + " "
        + pair.key()
        + "="
        + pair.value().value();
  }
}
