package dev.hopcheck.rules.service;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Node;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rules.SharedPods;
import org.jspecify.annotations.Nullable;

/** What several rules ask of a Service. */
final class Services {
  private Services() {}

  /** Such as {@code shop/web}. */
  static String name(Service service) {
    return service.namespace() + "/" + service.name();
  }

  /** The name by which clients of other namespaces know it. */
  static String host(Service service) {
    return "`" + service.name() + "." + service.namespace() + ".svc`";
  }

  /**
   * How much it weighs that two Services want the same thing of the cluster. Services of several
   * files with one selector are alternatives as often as not, and so are all files of a folder that
   * holds variants.
   */
  static Severity weightOfClash(Service first, Service second, Cluster cluster) {
    boolean together = first.head().document().file() == second.head().document().file();
    if (together) {
      return Severity.ERROR;
    }
    boolean alternatives =
        !first.selector().isEmpty() && first.selector().plain().equals(second.selector().plain());
    return alternatives || cluster.hasVariants() ? Severity.WARNING : Severity.ERROR;
  }

  /**
   * The first selected pods that need not run on each node; null where all do, or none is known.
   */
  static @Nullable PodSet firstUneven(Service service, Inspection in) {
    if (in.cluster().all(Node.class).size() == 1) {
      return null;
    }
    PodSet uneven = null;
    for (PodSet set : SharedPods.certain(service, in)) {
      if (set.assumed()) {
        return null;
      }
      if (!runsOnEachNode(set) && !set.runsToEnd()) {
        uneven = uneven == null ? set : uneven;
      }
    }
    return uneven;
  }

  private static boolean runsOnEachNode(PodSet set) {
    Workload workload = set.workload();
    if (workload == null || workload.type() != Workload.Type.DAEMON_SET) {
      return false;
    }
    for (Labels.Pair pair : set.spec().nodeSelector().pairs()) {
      boolean system =
          pair.key().endsWith("kubernetes.io/os") || pair.key().endsWith("kubernetes.io/arch");
      if (!system) {
        return false;
      }
    }
    return true;
  }
}
