package dev.hopcheck.trace;

import dev.hopcheck.network.ClusterFacts;
import dev.hopcheck.network.Endpoint;
import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkPod;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.network.Slice;
import dev.hopcheck.resource.Container;
import dev.hopcheck.source.Location;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a process of a pod listens on a port, as far as manifests tell (PORT-06, CIP-07). */
final class Listening {
  private final Network network;
  private @Nullable Map<String, Set<String>> targeted;

  Listening(Network network) {
    this.network = network;
  }

  /**
   * What is known.
   *
   * @param yes whether the port is taken to be served
   * @param assumed whether that is assumed, as no container declares it
   * @param at where it is declared; null where it is not
   */
  record Answer(boolean yes, boolean assumed, @Nullable Location at) {}

  Answer on(NetworkPod pod, int port, String protocol) {
    boolean declares = false;
    for (Container container : pod.spec().serving()) {
      for (Container.ContainerPort declared : container.ports()) {
        declares = true;
        if (declared.number().value() == port && declared.protocol().value().equals(protocol)) {
          return new Answer(true, false, declared.number().at());
        }
      }
    }
    if (network.facts().listening() == ClusterFacts.Listening.DECLARED) {
      return new Answer(false, false, null);
    }
    boolean assumed = !declares || isTargeted(pod, port, protocol);
    return new Answer(assumed, assumed, null);
  }

  /** Whether some Service sends traffic there: then somebody believes that it is served. */
  private boolean isTargeted(NetworkPod pod, int port, String protocol) {
    Map<String, Set<String>> known = targeted;
    if (known == null) {
      known = new HashMap<>();
      for (NetworkService service : network.services().values()) {
        for (Slice slice : service.slices()) {
          for (Slice.Port target : slice.ports()) {
            add(slice, target, known);
          }
        }
      }
      targeted = known;
    }
    return known.getOrDefault(pod.id(), Set.of()).contains(port + "/" + protocol);
  }

  private static void add(Slice slice, Slice.Port target, Map<String, Set<String>> known) {
    for (Endpoint endpoint : slice.endpoints()) {
      if (endpoint.pod() != null) {
        known
            .computeIfAbsent(endpoint.pod().id(), id -> new HashSet<>(2))
            .add(target.number() + "/" + target.protocol());
      }
    }
  }
}
