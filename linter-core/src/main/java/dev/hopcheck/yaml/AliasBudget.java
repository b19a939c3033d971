package dev.hopcheck.yaml;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts nodes as they are once aliases are followed, as go-yaml does while it decodes. */
final class AliasBudget {
  /** go-yaml: up to so many nodes 99 % may come from aliases, from ten times as many only 10 %. */
  private static final long RATIO_LOW = 400_000;

  private static final double RATIO_RANGE = 3_600_000;

  private final int limit;
  private final Map<Integer, Long> sizes = new HashMap<>();
  private final Map<Integer, Integer> heights = new HashMap<>();
  private long expanded = 1;
  private long fromAliases;

  AliasBudget(int limit) {
    this.limit = limit;
  }

  /** Counts a node that is written. */
  void node() {
    expanded++;
  }

  /** Nodes so far. */
  long mark() {
    return expanded;
  }

  /** Notes how much an anchored collection stands for and how many levels it has. */
  void anchored(int id, long size, int height) {
    sizes.put(id, size);
    heights.put(id, height);
  }

  /** Levels of collections that an alias brings. */
  int height(int target) {
    Integer height = heights.get(target);
    return height == null ? 0 : height;
  }

  /** Counts an alias; says what is wrong once it is too much. */
  @Nullable String alias(int target) {
    Long size = sizes.get(target);
    long follow = size == null ? 1 : size;
    expanded += 1 + follow;
    fromAliases += follow;
    if (expanded > limit) {
      return "more than "
          + limit
          + " nodes once aliases are followed (limit `expanded-nodes`);"
          + " write fewer aliases";
    }
    return expanded > 1000 && (double) fromAliases / expanded > allowedRatio()
        ? "nearly all of the document comes from aliases; clients refuse it"
        : null;
  }

  private double allowedRatio() {
    double beyond = Math.max(0, expanded - RATIO_LOW) / RATIO_RANGE;
    return Math.max(0.10, 0.99 - 0.89 * beyond);
  }
}
