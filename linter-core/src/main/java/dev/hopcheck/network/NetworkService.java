package dev.hopcheck.network;

import dev.hopcheck.resource.Service;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Service with what the control plane gives it.
 *
 * @param service as read; null for those that every cluster has ({@code default/kubernetes})
 * @param families of its addresses and endpoints; empty for an alias
 * @param clusterIps one of each family; empty for headless ones and aliases
 * @param simulated whether the cluster IPs are ours
 * @param slices in a fixed order: those of the controller, then mirrored, then hand-written ones
 */
public record NetworkService(
    Service service,
    List<IpFamily> families,
    List<IpAddress> clusterIps,
    boolean simulated,
    List<Slice> slices) {
  public NetworkService {
    families = List.copyOf(families);
    clusterIps = List.copyOf(clusterIps);
    slices = List.copyOf(slices);
  }

  /** The namespace. */
  public String namespace() {
    return service.namespace();
  }

  /** The name. */
  public String name() {
    return service.name();
  }

  /** {@code namespace/name}. */
  public String id() {
    return service.namespace() + "/" + service.name();
  }

  /** The cluster IP of a family; null where it has none. */
  public @Nullable IpAddress clusterIp(IpFamily family) {
    for (IpAddress address : clusterIps) {
      if (address.family() == family) {
        return address;
      }
    }
    return null;
  }

  /** Whether any slice has an endpoint, ready or not. */
  public boolean hasEndpoints() {
    for (Slice slice : slices) {
      if (!slice.endpoints().isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
