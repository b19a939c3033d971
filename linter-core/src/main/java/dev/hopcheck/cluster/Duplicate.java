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
}
