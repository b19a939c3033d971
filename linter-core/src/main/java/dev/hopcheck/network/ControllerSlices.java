package dev.hopcheck.network;

import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.PortRef;
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
 * The slices that the endpoint slice controller makes from the pods that a Service selects (EP-01
 * to EP-14).
 */
final class ControllerSlices {
  private ControllerSlices() {}

  /** One slice for each family and each way in which the ports resolve, in order of the pods. */
  static List<Slice> of(Service service, List<IpFamily> families, List<NetworkPod> selected) {
    List<Slice> slices = new ArrayList<>();
    for (IpFamily family : families) {
      Map<List<Slice.Port>, List<Endpoint>> byPorts = new LinkedHashMap<>();
      for (NetworkPod pod : selected) {
        IpAddress address = pod.address(family);
        if (address != null && counts(service, pod)) {
          byPorts
              .computeIfAbsent(ports(service, pod), ports -> new ArrayList<>())
              .add(endpoint(service, pod, address));
        }
      }
      for (Map.Entry<List<Slice.Port>, List<Endpoint>> group : byPorts.entrySet()) {
        slices.add(
            new Slice(
                family.toString(), group.getKey(), group.getValue(), Slice.Source.CONTROLLER));
      }
    }
    return slices;
  }

  /** EP-01, EP-21: a pod that has ended is no endpoint, nor one whose node is gone. */
  private static boolean counts(Service service, NetworkPod pod) {
    return pod.state() != NetworkPod.State.ENDED
        && (!pod.nodeMissing() || service.publishNotReadyAddresses().value());
  }

  /** EP-02. */
  private static Endpoint endpoint(Service service, NetworkPod pod, IpAddress address) {
    boolean serving = pod.ready();
    boolean ready = service.publishNotReadyAddresses().value() || (serving && !pod.terminating());
    NetworkNode node = pod.node();
    return new Endpoint(
        pod,
        List.of(address.toString()),
        ready,
        serving,
        pod.terminating(),
        named(service, pod) ? pod.hostname() : null,
        node == null ? null : node.name(),
        node == null ? null : node.zone(),
        null);
  }

  /** EP-14: only the Service that is the pod's subdomain gives it a name. */
  private static boolean named(Service service, NetworkPod pod) {
    String hostname = pod.hostname();
    return hostname != null && !hostname.isEmpty() && service.name().equals(pod.subdomain());
  }

  /** EP-07 to EP-11: those ports that resolve on the pod. */
  private static List<Slice.Port> ports(Service service, NetworkPod pod) {
    List<Slice.Port> ports = new ArrayList<>(service.ports().size());
    for (ServicePort port : service.ports()) {
      Slice.Port resolved = resolve(port, pod);
      if (resolved != null) {
        ports.add(resolved);
      }
    }
    return ports;
  }

  static Slice.@Nullable Port resolve(ServicePort port, NetworkPod pod) {
    PortRef target = port.targetPort().value();
    String protocol = port.protocol().value();
    if (!target.named()) {
      return new Slice.Port(port.nameText(), target.asNumber(), protocol, port.targetPort().at());
    }
    Container.ContainerPort found = pod.spec().port(target.text(), protocol);
    return found == null
        ? null
        : new Slice.Port(port.nameText(), found.number().value(), protocol, found.number().at());
  }
}
