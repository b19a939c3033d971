package dev.hopcheck.engine;

import dev.hopcheck.config.Configuration;
import dev.hopcheck.network.ClusterFacts;
import org.jspecify.annotations.Nullable;

/**
 * What was read of configuration, baseline and version control before a run.
 *
 * @param facts of the cluster; null for the defaults
 * @param baseline findings that are known; null for none
 * @param changes what differs from an earlier revision; null where everything counts
 */
record Adoption(
    @Nullable Configuration configuration,
    @Nullable ClusterFacts facts,
    @Nullable Baseline baseline,
    @Nullable Changes changes) {
  static final Adoption NONE = new Adoption(null, null, null, null);

  /** Whether findings are left as they are. */
  boolean isIdle() {
    return configuration == null && baseline == null && changes == null;
  }
}
