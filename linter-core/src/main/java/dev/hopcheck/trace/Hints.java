package dev.hopcheck.trace;

import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkNames;
import dev.hopcheck.network.NetworkPod;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.network.Resolution;
import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.value.EditDistance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What to try where a flow does not arrive (routing b.2, first fix to offer). */
final class Hints {
  private static final int MOST = 3;

  private Hints() {}

  /** For names that give no address: the Services that were probably meant. */
  static List<String> of(Network network, String own, Resolution resolution) {
    List<String> hints = new ArrayList<>();
    for (NetworkService service : near(network, resolution)) {
      hints.add("did you mean `" + meant(network, service, own, resolution.asked()) + "`?");
    }
    return hints;
  }

  /** The Services whose name comes nearest to the first label that was asked for. */
  static List<NetworkService> near(Network network, Resolution resolution) {
    List<NetworkService> near = new ArrayList<>();
    String asked = resolution.asked();
    int dot = asked.indexOf('.');
    String first = dot < 0 ? asked : asked.substring(0, dot);
    for (int distance = 0; distance <= 2 && near.isEmpty(); distance++) {
      if (distance <= first.length() / 3) {
        near.addAll(at(distance, first, network));
      }
    }
    return near;
  }

  private static List<NetworkService> at(int distance, String name, Network network) {
    List<NetworkService> near = new ArrayList<>();
    for (String other : network.names().nearServices(name, distance)) {
      if (EditDistance.within(name, other, distance) == distance) {
        List<NetworkService> named = network.names().named(other);
        near.addAll(named.subList(0, Math.min(MOST, named.size())));
      }
    }
    near.sort(NetworkNames::byId);
    return near.subList(0, Math.min(MOST, near.size()));
  }

  /** The shortest name that resolves for the client. */
  private static String meant(Network network, NetworkService service, String own, String asked) {
    int dot = asked.indexOf('.');
    if (service.namespace().equals(own) && dot < 0) {
      return service.name();
    }
    String domain = network.facts().domain();
    return asked.endsWith("." + domain)
        ? service.name() + "." + service.namespace() + ".svc." + domain
        : service.name() + "." + service.namespace();
  }

  /** For flows that stop on their way: one hint for each way of stopping. */
  static List<String> of(Network network, Flow flow, List<Trace> traces) {
    Set<String> hints = new LinkedHashSet<>();
    for (Trace trace : traces) {
      if (!trace.disposition().success() && hints.size() < MOST) {
        add(network, flow, trace, hints);
      }
    }
    return new ArrayList<>(hints);
  }

  private static void add(Network network, Flow flow, Trace trace, Set<String> hints) {
    NetworkService service = service(network, trace);
    switch (trace.disposition()) {
      case NO_SUCH_PORT -> {
        if (service != null) {
          addPorts(service, flow, hints);
        }
      }
      case NO_ENDPOINTS -> {
        ServicePort port = service == null ? null : port(service, flow);
        if (service != null && port != null) {
          String fix = NoEndpoints.of(network, service, port).fix();
          if (!fix.isEmpty()) {
            hints.add(fix);
          }
        }
      }
      case NO_READY_ENDPOINTS -> hints.add("see why the pods are not ready: their readiness probe");
      case NO_LOCAL_ENDPOINTS ->
          hints.add("policy `Cluster` lets each node use all endpoints, or run a pod on each node");
      case SOURCE_NOT_ALLOWED -> hints.add("add the client's range to `loadBalancerSourceRanges`");
      case NOT_REACHABLE_FROM_OUTSIDE ->
          hints.add("from outside, use a node port, a load balancer or an Ingress");
      case PORT_NOT_LISTENING -> addDeclared(network, trace, hints);
      case NO_HAIRPIN -> hints.add("write the `nodeName` of the endpoint into the slice");
      case DELIVERED,
          EXITS_CLUSTER,
          NOT_A_NAME,
          NAME_NOT_FOUND,
          NAME_WITHOUT_ADDRESS,
          NO_LOAD_BALANCER_ADDRESS,
          NO_SUCH_HOST,
          INSUFFICIENT_INFO -> {}
    }
  }

  /** The Service at which a trace ends; null where it ends elsewhere. */
  static @Nullable NetworkService service(Network network, Trace trace) {
    String place = trace.hops().get(trace.hops().size() - 1).place();
    return place.startsWith("service ")
        ? network.services().get(place.substring("service ".length()))
        : null;
  }

  /** The port that a flow uses, by number or as the only one of its protocol; null for none. */
  private static @Nullable ServicePort port(NetworkService service, Flow flow) {
    ServicePort only = null;
    for (ServicePort port : service.service().ports()) {
      if (port.protocol().value().equals(flow.protocol())) {
        boolean asked =
            port.port().value() == flow.target().port()
                || (port.nodePort() != null && port.nodePort().value() == flow.target().port());
        if (asked) {
          return port;
        }
        only = only == null ? port : only;
      }
    }
    return only;
  }

  private static void addPorts(NetworkService service, Flow flow, Set<String> hints) {
    int before = hints.size();
    for (ServicePort port : service.service().ports()) {
      if (port.protocol().value().equals(flow.protocol()) && hints.size() < MOST) {
        hints.add("use port " + port.port().value() + ", which the Service has");
      }
    }
    if (hints.size() == before && !service.service().ports().isEmpty()) {
      ServicePort first = service.service().ports().get(0);
      hints.add(
          "the Service has port "
              + first.port().value()
              + " for "
              + first.protocol().value()
              + " only");
    }
  }

  /** The ports that the pod declares; a headless Service translates none (HL-05). */
  private static void addDeclared(Network network, Trace trace, Set<String> hints) {
    String place = trace.hops().get(trace.hops().size() - 1).place();
    NetworkPod pod =
        place.startsWith("pod ") ? network.pods().get(place.substring("pod ".length())) : null;
    if (pod == null) {
      return;
    }
    for (Container container : pod.spec().serving()) {
      for (Container.ContainerPort port : container.ports()) {
        if (hints.size() < MOST) {
          hints.add(
              "container `"
                  + container.name().value()
                  + "` declares port "
                  + port.number().value()
                  + "/"
                  + port.protocol().value());
        }
      }
    }
  }
}
