package dev.hopcheck.cluster;

import dev.hopcheck.cluster.Completeness.Reason;
import dev.hopcheck.resource.Kustomization;
import dev.hopcheck.resource.Kustomization.Doubt;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.OtherResource;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.source.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out which namespaces are open: pods may exist there that were not given. */
final class Openness {
  private final @Nullable Completeness everywhere;
  private final Map<String, Completeness> byNamespace = new HashMap<>();

  Openness(Unit unit, List<Resource> given, List<PodSet> sets, ClusterOptions options) {
    everywhere = everywhere(unit, given, options);
    for (PodSet set : sets) {
      if (set.labels().hasUnknown()) {
        open(set.namespace(), Reason.PLACEHOLDERS, set.title(), set.labels().at());
      }
    }
    for (Resource resource : given) {
      if (resource instanceof OtherResource other
          && !other.head().fragment()
          && CustomKinds.mayMakePods(other.head().group(), other.head().kind())) {
        open(other.namespace(), Reason.CUSTOM_RESOURCE, title(other), other.head().kindAt());
      }
    }
    for (PodSet set : sets) {
      if (!byNamespace.containsKey(set.namespace())) {
        byNamespace.put(
            set.namespace(), new Completeness(Reason.WORKLOADS_GIVEN, set.title(), null));
      }
    }
  }

  Completeness of(String namespace) {
    if (everywhere != null && everywhere.declared()) {
      return everywhere;
    }
    Completeness known = byNamespace.get(namespace);
    if (known == null) {
      return new Completeness(Reason.NO_WORKLOAD, "", null);
    }
    return known.open() || everywhere == null ? known : everywhere;
  }

  private void open(String namespace, Reason reason, String what, Location at) {
    byNamespace.putIfAbsent(namespace, new Completeness(reason, what, at));
  }

  private static @Nullable Completeness everywhere(
      Unit unit, List<Resource> given, ClusterOptions options) {
    if (options.closed()) {
      return new Completeness(Reason.DECLARED_CLOSED, "", null);
    }
    Overlay overlay = unit.overlay();
    if (overlay != null && !overlay.doubts().isEmpty()) {
      Doubt doubt = overlay.doubts().get(0);
      return new Completeness(Reason.KUSTOMIZATION_UNCLEAR, doubt.why(), doubt.at());
    }
    for (Resource resource : given) {
      if (resource instanceof Kustomization) {
        if (overlay != null) {
          continue;
        }
        String file = resource.head().document().file().name();
        return new Completeness(Reason.KUSTOMIZATION, file, resource.head().kindAt());
      }
      boolean builtIn = resource.head().apiVersion().indexOf('.') < 0;
      if (!builtIn && CustomKinds.isRelease(resource.head().group(), resource.head().kind())) {
        return new Completeness(Reason.RELEASE, title(resource), resource.head().kindAt());
      }
      Located<String> namespace = resource.head().writtenNamespace();
      if (namespace != null && namespace.unknown()) {
        return new Completeness(Reason.PLACEHOLDERS, namespace.value(), namespace.at());
      }
    }
    return unit.unread().isEmpty()
        ? null
        : new Completeness(Reason.UNREAD_FILE, unit.unread().get(0), null);
  }

  private static String title(Resource resource) {
    return resource.head().kind() + " " + resource.name();
  }
}
