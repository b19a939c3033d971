package dev.hopcheck.network;

import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses endpoints as kube-proxy does on one node (CIP-03 to CIP-08, POL). It looks at slices of
 * the address family only, at ports of the same name and protocol, and at an endpoint's first
 * address (EP-16, EP-17).
 */
public final class ServiceProxy {
  private ServiceProxy() {}

  /**
   * Where a connection can end up.
   *
   * @param endpoint what the slice says of it
   * @param ip its address
   * @param port where the connection is sent
   * @param source who wrote the slice
   * @param nodeNamed whether each slice that has the address says on which node it is
   */
  public record Backend(
      Endpoint endpoint, IpAddress ip, Slice.Port port, Slice.Source source, boolean nodeNamed) {}

  /**
   * The endpoints that a node may choose from.
   *
   * @param usable those that are chosen from, each with equal weight
   * @param known all endpoints of the port, ready or not
   * @param elsewhere whether there are usable ones that a local policy rules out
   */
  public record Choice(List<Backend> usable, List<Backend> known, boolean elsewhere) {
    public Choice {
      usable = List.copyOf(usable);
      known = List.copyOf(known);
    }
  }

  /** The Service port of a number and protocol; null where the Service has none (CIP-06). */
  public static @Nullable ServicePort port(Service service, int number, String protocol) {
    for (ServicePort port : service.ports()) {
      if (port.port().value() == number && port.protocol().value().equals(protocol)) {
        return port;
      }
    }
    return null;
  }

  /** All endpoints in the cluster, nearer ones first choice (POL-09). */
  public static Choice anywhere(
      NetworkService service, ServicePort port, IpFamily family, @Nullable NetworkNode node) {
    List<Backend> known = backends(service, port, family);
    List<Backend> usable = usable(known);
    return new Choice(Nearness.prefer(service, usable, node), known, false);
  }

  /** Only endpoints of the node, as a {@code Local} policy demands (POL-04, POL-07). */
  public static Choice onNode(
      NetworkService service, ServicePort port, IpFamily family, @Nullable NetworkNode node) {
    List<Backend> known = backends(service, port, family);
    List<Backend> near = new ArrayList<>();
    for (Backend backend : known) {
      if (node != null && node.name().equals(backend.endpoint().nodeName())) {
        near.add(backend);
      }
    }
    List<Backend> usable = usable(near);
    return new Choice(usable, known, usable.isEmpty() && !usable(known).isEmpty());
  }

  /** Each address and port once, whatever number of slices has it. */
  private static List<Backend> backends(NetworkService service, ServicePort port, IpFamily family) {
    Map<String, Backend> byAddress = new LinkedHashMap<>();
    for (Slice slice : service.slices()) {
      if (!slice.family().equals(family.toString())) {
        continue;
      }
      Slice.Port found = slice.port(port.nameText(), port.protocol().value());
      if (found == null || found.number() == null || found.number() == 0) {
        continue;
      }
      for (Endpoint endpoint : slice.endpoints()) {
        IpAddress ip = endpoint.ip();
        if (ip != null) {
          boolean named = endpoint.nodeName() != null;
          byAddress.merge(
              ip + " " + found.number(),
              new Backend(endpoint, ip, found, slice.source(), named),
              ServiceProxy::merge);
        }
      }
    }
    return new ArrayList<>(byAddress.values());
  }

  private static Backend merge(Backend first, Backend later) {
    return first.nodeNamed() == later.nodeNamed()
        ? first
        : new Backend(first.endpoint(), first.ip(), first.port(), first.source(), false);
  }

  /** CIP-08: ready ones; only if there are none, those that still serve while they terminate. */
  private static List<Backend> usable(List<Backend> known) {
    List<Backend> usable = new ArrayList<>(known.size());
    for (Backend backend : known) {
      if (backend.endpoint().ready()) {
        usable.add(backend);
      }
    }
    if (!usable.isEmpty()) {
      return usable;
    }
    for (Backend backend : known) {
      if (backend.endpoint().serving() && backend.endpoint().terminating()) {
        usable.add(backend);
      }
    }
    return usable;
  }

  /** Whether outside traffic stays on the receiving node. */
  public static boolean isExternalLocal(Service service) {
    return isLocal(service.externalTrafficPolicy());
  }

  /** Whether traffic to the cluster IP stays on the client's node. */
  public static boolean isInternalLocal(Service service) {
    return isLocal(service.internalTrafficPolicy());
  }

  private static boolean isLocal(@Nullable Located<String> policy) {
    return policy != null && policy.value().equals("Local");
  }
}
