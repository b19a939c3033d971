package dev.hopcheck.rule;

import dev.hopcheck.cluster.Cluster;

/** A rule that looks at a unit as a whole, for faults that lie between resources. */
public non-sealed interface ClusterRule extends Rule {
  /** Looks at one unit. */
  void check(Cluster cluster, Inspection in);
}
