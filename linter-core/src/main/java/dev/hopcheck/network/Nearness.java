package dev.hopcheck.network;

import dev.hopcheck.resource.Located;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prefers near endpoints where a Service asks for it (POL-09). The endpoint slice controller gives
 * hints only to its own slices, and only if each endpoint's zone is known.
 */
final class Nearness {
  private Nearness() {}

  static List<ServiceProxy.Backend> prefer(
      NetworkService service, List<ServiceProxy.Backend> usable, @Nullable NetworkNode node) {
    Located<String> wanted = service.service().trafficDistribution();
    if (wanted == null || node == null || usable.isEmpty() || !hinted(usable)) {
      return usable;
    }
    boolean byNode = wanted.value().equals("PreferSameNode");
    if (byNode) {
      List<ServiceProxy.Backend> same = new ArrayList<>();
      for (ServiceProxy.Backend backend : usable) {
        if (node.name().equals(backend.endpoint().nodeName())) {
          same.add(backend);
        }
      }
      if (!same.isEmpty()) {
        return same;
      }
    }
    boolean byZone =
        byNode || wanted.value().equals("PreferClose") || wanted.value().equals("PreferSameZone");
    List<ServiceProxy.Backend> near = new ArrayList<>();
    for (ServiceProxy.Backend backend : usable) {
      String zone = backend.endpoint().zone();
      if (byZone && zone != null && zone.equals(node.zone())) {
        near.add(backend);
      }
    }
    return near.isEmpty() ? usable : near;
  }

  private static boolean hinted(List<ServiceProxy.Backend> usable) {
    for (ServiceProxy.Backend backend : usable) {
      if (backend.source() != Slice.Source.CONTROLLER || backend.endpoint().zone() == null) {
        return false;
      }
    }
    return true;
  }
}
