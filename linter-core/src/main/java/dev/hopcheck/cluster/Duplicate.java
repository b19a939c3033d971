package dev.hopcheck.cluster;

import dev.hopcheck.resource.Resource;
import java.util.List;

/**
 * A resource that is given more than once; the last one wins (LOAD-05).
 *
 * @param wins the last one, which is part of the cluster
 * @param lost the others in input order
 * @param identical whether all say the same
 */
public record Duplicate(Resource wins, List<Resource> lost, boolean identical) {
  public Duplicate {
    lost = List.copyOf(lost);
  }

  /**
   * Whether the copies stand in several files and differ: then they are variants of one thing, such
   * as the steps of a tutorial, and the unit is wider than one cluster.
   */
  public boolean variants() {
    if (identical) {
      return false;
    }
    for (Resource other : lost) {
      if (other.head().document().file() != wins.head().document().file()) {
        return true;
      }
    }
    return false;
  }
}
