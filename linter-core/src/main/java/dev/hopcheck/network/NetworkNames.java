package dev.hopcheck.network;

import dev.hopcheck.value.NearNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a network has by names and by what is nearly a name; made when first asked. */
public final class NetworkNames {
  private final Map<String, List<NetworkService>> byName = new HashMap<>();
  private final Set<String> anywhere = new HashSet<>();
  private final Set<String> hostnames = new HashSet<>();
  private final NearNames services;
  private final NearNames qualified;
  private final NearNames namespaces;

  NetworkNames(Network network) {
    List<String> full = new ArrayList<>(network.services().size());
    Set<String> in = new HashSet<>();
    List<String> ordered = new ArrayList<>();
    for (NetworkService service : network.services().values()) {
      byName.computeIfAbsent(service.name(), unused -> new ArrayList<>(1)).add(service);
      full.add(service.name() + "." + service.namespace());
      if (service.service().head().writtenNamespace() == null) {
        anywhere.add(service.name());
      }
      if (in.add(service.namespace())) {
        ordered.add(service.namespace());
      }
    }
    for (NetworkPod pod : network.pods().values()) {
      if (pod.name().equals(pod.hostname())) {
        hostnames.add(pod.name());
      }
    }
    services = new NearNames(names(network));
    qualified = new NearNames(full);
    namespaces = new NearNames(ordered);
  }

  private static List<String> names(Network network) {
    List<String> names = new ArrayList<>(network.services().size());
    for (NetworkService service : network.services().values()) {
      names.add(service.name());
    }
    return Collections.unmodifiableList(names);
  }

  /** The first Service of a name in any namespace; null where there is none. */
  public @Nullable NetworkService first(String name) {
    List<NetworkService> named = named(name);
    return named.isEmpty() ? null : named.get(0);
  }

  /** All Services of a name, in the order of the network. */
  public List<NetworkService> named(String name) {
    return Collections.unmodifiableList(byName.getOrDefault(name, List.of()));
  }

  /** The order of the Services of a network. */
  public static int byId(NetworkService a, NetworkService b) {
    int order = a.namespace().compareTo(b.namespace());
    return order != 0 ? order : a.name().compareTo(b.name());
  }

  /** Whether a Service of the name is given without a namespace, so that it may go to any. */
  public boolean isAnywhere(String name) {
    return anywhere.contains(name);
  }

  /** Names of Services that at most so many slips, two at most, lie between. */
  public List<String> nearServices(String name, int slips) {
    return services.near(name, slips);
  }

  /** Namespaces of Services that at most so many slips, two at most, lie between. */
  public List<String> nearNamespaces(String namespace, int slips) {
    return namespaces.near(namespace, slips);
  }

  /** Whether {@code service.namespace} of some Service is one slip away. */
  boolean isNearQualified(String name) {
    return !qualified.near(name, 1).isEmpty();
  }

  /** Whether a pod has the name, and it is its host name. */
  boolean isHostname(String name) {
    return hostnames.contains(name);
  }
}
