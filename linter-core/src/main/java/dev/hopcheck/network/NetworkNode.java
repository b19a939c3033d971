package dev.hopcheck.network;

import dev.hopcheck.source.Location;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A machine that runs pods and answers on node ports.
 *
 * @param addresses at most one of each family
 * @param at where its name is written; null for a simulated node
 */
public record NetworkNode(
    String name, List<IpAddress> addresses, Map<String, String> labels, @Nullable Location at) {
  /** The label from which zones are known. */
  static final String ZONE = "topology.kubernetes.io/zone";

  static final String REGION = "topology.kubernetes.io/region";

  public NetworkNode {
    addresses = List.copyOf(addresses);
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }

  /** The zone; null where it is not known. */
  public @Nullable String zone() {
    return labels.get(ZONE);
  }

  /** The address of a family; null where it has none. */
  public @Nullable IpAddress address(IpFamily family) {
    for (IpAddress address : addresses) {
      if (address.family() == family) {
        return address;
      }
    }
    return null;
  }
}
