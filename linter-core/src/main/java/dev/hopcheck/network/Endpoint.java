package dev.hopcheck.network;

import dev.hopcheck.source.Location;
import dev.hopcheck.value.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint of a slice.
 *
 * @param pod the pod behind it; null for addresses that only a hand-written slice names
 * @param addresses as text, since a slice of names has no IP; kube-proxy uses the first one only
 *     (EP-17)
 * @param hostname null where it has none
 * @param nodeName null where it is not known
 * @param zone null where it is not known
 * @param at where it is written; null for one that a controller makes
 */
public record Endpoint(
    @Nullable NetworkPod pod,
    List<String> addresses,
    boolean ready,
    boolean serving,
    boolean terminating,
    @Nullable String hostname,
    @Nullable String nodeName,
    @Nullable String zone,
    @Nullable Location at) {
  public Endpoint {
    addresses = List.copyOf(addresses);
  }

  /** The address that traffic goes to; null where it is no IP. */
  public @Nullable IpAddress ip() {
    return addresses.isEmpty() ? null : IpAddress.parse(addresses.get(0)).orElse(null);
  }
}
