package dev.hopcheck.cluster;

import dev.hopcheck.resource.Autoscaler;
import dev.hopcheck.resource.EndpointSlice;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is there by name, and who refers to whom. */
final class References {
  private final Map<Identity, Resource> named = new HashMap<>();
  private final Map<Identity, List<EndpointSlice>> slices = new HashMap<>();
  private final Map<Identity, List<Workload>> governed = new HashMap<>();
  private final Map<Identity, List<Autoscaler>> scaled = new HashMap<>();
  private final Map<Identity, List<BackendUse>> backends = new HashMap<>();

  References(List<Resource> resources) {
    for (Resource resource : resources) {
      addNamed(resource);
      if (resource instanceof EndpointSlice slice) {
        put(slices, "", slice.namespace(), slice.service(), slice);
      } else if (resource instanceof Workload workload && workload.stateful() != null) {
        put(governed, "", workload.namespace(), workload.stateful().serviceName(), workload);
      } else if (resource instanceof Autoscaler scaler) {
        put(scaled, scaler.targetKind(), scaler.namespace(), scaler.targetName(), scaler);
      } else if (resource instanceof Ingress ingress) {
        addBackends(ingress);
      }
    }
  }

  <R extends Resource> @Nullable R find(Class<R> type, String kind, String namespace, String name) {
    Resource found = named.get(new Identity(kind, namespace, name));
    return type.isInstance(found) ? type.cast(found) : null;
  }

  List<EndpointSlice> slices(String namespace, String service) {
    return named(slices, "", namespace, service);
  }

  List<Workload> governed(String namespace, String service) {
    return named(governed, "", namespace, service);
  }

  List<Autoscaler> scaling(Workload workload) {
    return named(scaled, workload.head().kind(), workload.namespace(), workload.name());
  }

  List<BackendUse> backends(String namespace, String service) {
    return named(backends, "", namespace, service);
  }

  /** Kinds of other groups may be called like built-in ones; those come first. */
  private void addNamed(Resource resource) {
    Identity name = new Identity(resource.head().kind(), resource.namespace(), resource.name());
    if (resource.custom()) {
      named.putIfAbsent(name, resource);
    } else {
      named.put(name, resource);
    }
  }

  private void addBackends(Ingress ingress) {
    for (Ingress.Backend backend : ingress.backends()) {
      if (backend instanceof Ingress.ServiceBackend service) {
        put(backends, "", ingress.namespace(), service.name(), new BackendUse(ingress, service));
      }
    }
  }

  private static <T> void put(
      Map<Identity, List<T>> map,
      String kind,
      String namespace,
      @Nullable Located<String> name,
      T value) {
    if (name != null && name.known()) {
      map.computeIfAbsent(new Identity(kind, namespace, name.value()), unused -> new ArrayList<>(1))
          .add(value);
    }
  }

  /** Most units have none at all, and are asked for each Service. */
  private static <T> List<T> named(
      Map<Identity, List<T>> map, String kind, String namespace, String name) {
    return map.isEmpty()
        ? List.of()
        : map.getOrDefault(new Identity(kind, namespace, name), List.of());
  }
}
