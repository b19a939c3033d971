package dev.hopcheck.network;

import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.value.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whose an address is. */
public final class AddressBook {
  private final Map<IpAddress, NetworkService> clusterIps = new HashMap<>();
  private final Map<IpAddress, List<Front>> fronts = new HashMap<>();
  private final Map<IpAddress, NetworkNode> nodes = new HashMap<>();
  private final Map<IpAddress, NetworkPod> pods = new HashMap<>();

  /**
   * A Service behind an address of the outer world.
   *
   * @param loadBalancer whether it is a load balancer's address, else one of {@code externalIPs}
   * @param proxied whether the load balancer keeps nodes from short cuts ({@code ipMode: Proxy},
   *     LB-09)
   * @param at where the address is written
   */
  public record Front(
      NetworkService service, boolean loadBalancer, boolean proxied, Located<String> at) {}

  AddressBook(Network network) {
    for (NetworkNode node : network.nodes()) {
      for (IpAddress ip : node.addresses()) {
        nodes.putIfAbsent(ip, node);
      }
    }
    for (NetworkPod pod : network.pods().values()) {
      if (!pod.hostNetwork()) {
        for (IpAddress ip : pod.addresses()) {
          pods.putIfAbsent(ip, pod);
        }
      }
    }
    for (NetworkService service : network.services().values()) {
      for (IpAddress ip : service.clusterIps()) {
        clusterIps.putIfAbsent(ip, service);
      }
      addFronts(service);
    }
  }

  private void addFronts(NetworkService found) {
    Service service = found.service();
    if (service.type().value().equals("LoadBalancer")) {
      for (Service.LoadBalancerAddress address : service.loadBalancer()) {
        Located<String> ip = address.ip();
        if (ip != null) {
          add(ip, new Front(found, true, address.ipMode().equals("Proxy"), ip));
        }
      }
    }
    for (Located<String> ip : service.externalIps()) {
      add(ip, new Front(found, false, false, ip));
    }
  }

  private void add(Located<String> text, Front front) {
    IpAddress.parse(text.value())
        .ifPresent(ip -> fronts.computeIfAbsent(ip, key -> new ArrayList<>(1)).add(front));
  }

  /** The Service that has it as cluster IP; null where none has. */
  public @Nullable NetworkService clusterIp(IpAddress address) {
    return clusterIps.get(address);
  }

  /** The Services that have it as load balancer or external address. */
  public List<Front> fronts(IpAddress address) {
    return fronts.getOrDefault(address, List.of());
  }

  /** The node that has it; null where none has. */
  public @Nullable NetworkNode node(IpAddress address) {
    return nodes.get(address);
  }

  /** The pod that has it to itself; null where none has. */
  public @Nullable NetworkPod pod(IpAddress address) {
    return pods.get(address);
  }
}
