package dev.hopcheck.rules.endpoints;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.resource.Endpoints;
import dev.hopcheck.resource.ResourceHead;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.value.NearNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

  /** The Services of a namespace for which nothing makes or lists endpoints. */
  static Lacking lacking(String namespace, Inspection in) {
    return in.once(AllLacking.class, AllLacking::new).of(namespace);
  }

  private static final class AllLacking {
    private final Cluster cluster;
    private final Map<String, Lacking> byNamespace = new ConcurrentHashMap<>();

    AllLacking(Cluster cluster) {
      this.cluster = cluster;
    }

    Lacking of(String namespace) {
      return byNamespace.computeIfAbsent(namespace, in -> Lacking.of(in, cluster));
    }
  }

  /**
   * Services of a namespace that lack endpoints.
   *
   * @param only the one that does; null where none or several do
   */
  record Lacking(NearNames names, @Nullable Service only) {
    private static Lacking of(String namespace, Cluster cluster) {
      List<String> names = new ArrayList<>();
      Service last = null;
      for (Service service : cluster.services(namespace)) {
        if (lacking(service, cluster)) {
          names.add(service.name());
          last = service;
        }
      }
      return new Lacking(new NearNames(names), names.size() == 1 ? last : null);
    }
  }
}
