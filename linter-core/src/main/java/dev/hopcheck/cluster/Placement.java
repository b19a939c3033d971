package dev.hopcheck.cluster;

import dev.hopcheck.resource.EndpointSlice;
import dev.hopcheck.resource.Endpoints;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Kustomization;
import dev.hopcheck.resource.Pod;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Decides in which namespace resources are that name none. */
final class Placement {
  private Placement() {}

  /** All resources, each in its namespace. */
  static List<Resource> place(
      Unit unit, Collection<? extends Resource> given, ClusterOptions options) {
    String home = home(unit, given, options);
    List<Resource> placed = new ArrayList<>(given.size());
    for (Resource resource : given) {
      boolean homeless = resource.head().namespaced() && resource.namespace().isEmpty();
      placed.add(homeless ? resource.withHead(resource.head().inNamespace(home)) : resource);
    }
    return placed;
  }

  /**
   * The namespace given by the user, else that of a kustomization beside, else the only one in
   * which the unit has something that takes part in routing, else the default. A RoleBinding for
   * another namespace says nothing.
   */
  private static String home(
      Unit unit, Collection<? extends Resource> given, ClusterOptions options) {
    if (options.namespaceGiven()) {
      return options.defaultNamespace();
    }
    String only = unit.overlay() == null ? kustomized(given) : "";
    if (!only.isEmpty()) {
      return only;
    }
    for (Resource resource : given) {
      String namespace = resource.namespace();
      if (namespace.isEmpty() || !routes(resource)) {
        continue;
      }
      if (!only.isEmpty() && !only.equals(namespace)) {
        return options.defaultNamespace();
      }
      only = namespace;
    }
    return only.isEmpty() ? options.defaultNamespace() : only;
  }

  /** A kustomization puts all that it lists into its namespace. */
  private static String kustomized(Collection<? extends Resource> given) {
    for (Resource resource : given) {
      if (resource instanceof Kustomization kustomization
          && kustomization.targetNamespace() != null
          && kustomization.targetNamespace().known()) {
        return kustomization.targetNamespace().value();
      }
    }
    return "";
  }

  private static boolean routes(Resource resource) {
    return resource instanceof Service
        || resource instanceof Workload
        || resource instanceof Pod
        || resource instanceof Ingress
        || resource instanceof EndpointSlice
        || resource instanceof Endpoints;
  }
}
