package dev.hopcheck.rules.endpoints;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.resource.Endpoints;
import dev.hopcheck.resource.ResourceHead;
import dev.hopcheck.resource.Service;
import org.jspecify.annotations.Nullable;

/** Endpoints that people write, as opposed to those that a controller keeps. */
final class Handwritten {
  private static final String LEADER = "control-plane.alpha.kubernetes.io/leader";
  private static final String SKIP_MIRROR = "endpointslice.kubernetes.io/skip-mirror";

  private Handwritten() {}

  /** Whether a person wrote it: no dump of a cluster, no lock of a leader election (EP-18). */
  static boolean is(Endpoints endpoints) {
    ResourceHead head = endpoints.head();
    if (!head.uid().isEmpty()
        || !head.owners().isEmpty()
        || head.annotations().has(LEADER)
        || head.labels().has(SKIP_MIRROR)
        || head.labels().has("endpoints.kubernetes.io/managed-by")) {
      return false;
    }
    for (Endpoints.Subset subset : endpoints.subsets()) {
      for (Endpoints.Address address : subset.addresses()) {
        if (!address.targetKind().isEmpty()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether nothing makes or lists endpoints for the Service. */
  static boolean lacking(Service service, Cluster cluster) {
    return !service.isExternalName()
        && service.type().known()
        && service.selector().isEmpty()
        && cluster.slices(service).isEmpty()
        && cluster.endpoints(service) == null
        && !cluster.isImplied(service.namespace(), service.name());
  }

  /** The one Service of the namespace that lacks endpoints; null where none or several do. */
  static @Nullable Service onlyLacking(String namespace, Cluster cluster) {
    Service found = null;
    for (Service service : cluster.services(namespace)) {
      if (lacking(service, cluster)) {
        if (found != null) {
          return null;
        }
        found = service;
      }
    }
    return found;
  }
}
