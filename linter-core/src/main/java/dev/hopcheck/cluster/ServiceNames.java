package dev.hopcheck.cluster;

import dev.hopcheck.resource.Service;
import dev.hopcheck.value.NearNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds Services by their names and by what is nearly their names. */
final class ServiceNames {
  private final Map<String, List<Service>> byName = new HashMap<>();
  private final Map<String, NearNames> near = new ConcurrentHashMap<>();

  ServiceNames(List<Service> services) {
    for (Service service : services) {
      byName.computeIfAbsent(service.name(), unused -> new ArrayList<>(1)).add(service);
    }
  }

  List<Service> named(String name) {
    return Collections.unmodifiableList(byName.getOrDefault(name, List.of()));
  }

  NearNames near(String namespace, Cluster cluster) {
    return near.computeIfAbsent(namespace, in -> names(in, cluster));
  }

  private static NearNames names(String namespace, Cluster cluster) {
    List<String> names = new ArrayList<>();
    for (Service service : cluster.services(namespace)) {
      names.add(service.name());
    }
    return new NearNames(names);
  }
}
