package dev.hopcheck.trace;

import dev.hopcheck.network.AddressBook;
import dev.hopcheck.network.Client;
import dev.hopcheck.network.ClusterFacts;
import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkNode;
import dev.hopcheck.network.NetworkPod;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.network.ServiceProxy;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.value.Cidr;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows packets from a client to an address and port, as kube-proxy and the nodes treat them. */
final class Delivery {
  private final Network network;
  private final AddressBook book;
  private final Arrival arrival;
  private final Client client;
  private final String protocol;

  Delivery(Network network, Listening listening, Client client, String protocol) {
    this.network = network;
    this.book = network.addresses();
    this.arrival = new Arrival(network, listening, client, protocol);
    this.client = client;
    this.protocol = protocol;
  }

  /** All ways of a packet to an address; not empty. */
  List<Trace> to(IpAddress address, int port, Way way) {
    if (address.isLoopback()) {
      return toLoopback(port, way);
    }
    NetworkService service = book.clusterIp(address);
    if (service != null) {
      return toClusterIp(service, address.family(), port, way);
    }
    List<AddressBook.Front> fronts = book.fronts(address);
    if (!fronts.isEmpty()) {
      return toFront(fronts, address, port, way);
    }
    NetworkNode node = book.node(address);
    if (node != null) {
      return toNode(node, address.family(), port, way);
    }
    NetworkPod pod = book.pod(address);
    if (pod != null) {
      return List.of(toPod(pod, port, way));
    }
    return List.of(arrival.atStranger(address, way));
  }

  /** NP-06: a node port answers on loopback in iptables mode, and on a node's network only. */
  private List<Trace> toLoopback(int port, Way way) {
    if (client instanceof Client.InPod in && !client.onHostNetwork()) {
      return List.of(arrival.atPod(in.pod(), port, way.to("pod " + in.pod().id())));
    }
    NetworkNode node = client.node();
    if (node == null) {
      return List.of(way.leaves("loopback of a host outside the cluster"));
    }
    boolean iptables = network.facts().proxyMode() == ClusterFacts.ProxyMode.IPTABLES;
    return iptables && nodePort(port) != null
        ? toNode(node, IpFamily.IPV4, port, way)
        : List.of(arrival.onNode(node, port, way.to("node " + node.name())));
  }

  private List<Trace> toClusterIp(NetworkService found, IpFamily family, int port, Way before) {
    if (client instanceof Client.Outside) {
      return List.of(
          before.stops(
              Disposition.NOT_REACHABLE_FROM_OUTSIDE,
              Fate.TIMEOUT,
              "a cluster IP is known inside the cluster only"));
    }
    Way way = before.to("service " + found.id());
    Service service = found.service();
    ServicePort match = ServiceProxy.port(service, port, protocol);
    if (match == null) {
      return List.of(noSuchPort(service, port, way, undefined()));
    }
    way = matched(match, port, way);
    boolean local = ServiceProxy.isInternalLocal(service);
    ServiceProxy.Choice choice =
        local
            ? ServiceProxy.onNode(found, match, family, client.node())
            : ServiceProxy.anywhere(found, match, family, client.node());
    return choose(found, match, choice, way, Fate.REFUSED);
  }

  /** CIP-06: iptables has no rule for it, nftables rejects. */
  private Fate undefined() {
    return network.facts().proxyMode() == ClusterFacts.ProxyMode.NFTABLES
        ? Fate.REFUSED
        : Fate.TIMEOUT;
  }

  private Trace noSuchPort(Service service, int port, Way way, Fate fate) {
    List<Evidence> evidence = new ArrayList<>();
    for (ServicePort other : service.ports()) {
      evidence.add(Way.at(other.port(), other.port().value() + "/" + other.protocol().value()));
    }
    return way.step(
            Step.Kind.MATCH_SERVICE_PORT,
            "the Service has no port " + port + "/" + protocol,
            evidence)
        .stops(Disposition.NO_SUCH_PORT, fate, "no rule for port " + port + "/" + protocol);
  }

  private Way matched(ServicePort match, int port, Way way) {
    return way.step(
        Step.Kind.MATCH_SERVICE_PORT,
        "port " + port + "/" + protocol + " of the Service",
        Way.at(match.port(), "port " + match.port().value()),
        Way.at(match.targetPort(), "target port " + match.targetPort().value().text()));
  }

  /**
   * One trace for each endpoint that can be chosen.
   *
   * @param without what the client sees where there is none at all (CIP-05)
   */
  private List<Trace> choose(
      NetworkService found, ServicePort port, ServiceProxy.Choice choice, Way way, Fate without) {
    if (choice.usable().isEmpty()) {
      return List.of(without(found, port, choice, way, without));
    }
    List<Trace> traces = new ArrayList<>(choice.usable().size());
    for (ServiceProxy.Backend backend : choice.usable()) {
      traces.add(arrival.through(found, choice.usable().size(), backend, way));
    }
    return traces;
  }

  private Trace without(
      NetworkService found, ServicePort port, ServiceProxy.Choice choice, Way way, Fate fate) {
    Service service = found.service();
    if (choice.elsewhere()) {
      Located<String> policy =
          ServiceProxy.isInternalLocal(service) && service.externalTrafficPolicy() == null
              ? service.internalTrafficPolicy()
              : service.externalTrafficPolicy();
      Located<String> shown = policy == null ? service.type() : policy;
      return way.stops(
          Disposition.NO_LOCAL_ENDPOINTS,
          Fate.TIMEOUT,
          "no endpoint is on the node, and the policy allows no other",
          Way.at(shown, "traffic policy " + shown.value()));
    }
    if (!choice.known().isEmpty()) {
      return way.stops(
          Disposition.NO_READY_ENDPOINTS,
          fate,
          choice.known().size() == 1
              ? "the only endpoint is not ready"
              : "none of " + choice.known().size() + " endpoints is ready",
          new Evidence(service.selector().at(), "selector"));
    }
    NoEndpoints why = NoEndpoints.of(network, found, port);
    return way.stops(
        why.undecided() ? Disposition.INSUFFICIENT_INFO : Disposition.NO_ENDPOINTS,
        why.undecided() ? Fate.UNKNOWN : fate,
        why.text(),
        why.evidence().toArray(new Evidence[0]));
  }

  private Trace toPod(NetworkPod pod, int port, Way way) {
    if (client instanceof Client.Outside) {
      return way.stops(
          Disposition.NOT_REACHABLE_FROM_OUTSIDE,
          Fate.TIMEOUT,
          "a pod's address is known inside the cluster only");
    }
    return arrival.atPod(pod, port, way.to("pod " + pod.id()));
  }

  private record NodePort(NetworkService service, ServicePort port) {}

  /** NP-03: a node port belongs to one Service only. */
  private @Nullable NodePort nodePort(int number) {
    for (NetworkService service : network.services().values()) {
      if (!service.service().opensNodePorts()) {
        continue;
      }
      for (ServicePort port : service.service().ports()) {
        Located<Integer> nodePort = port.nodePort();
        if (nodePort != null
            && nodePort.value() == number
            && port.protocol().value().equals(protocol)) {
          return new NodePort(service, port);
        }
      }
    }
    return null;
  }

  /**
   * NP-01, POL-04: with a Local policy the node itself and its pods reach all endpoints by its own
   * port, all others only those on it.
   */
  private List<Trace> toNode(NetworkNode node, IpFamily family, int port, Way before) {
    Way way = before.to("node " + node.name());
    NodePort found = nodePort(port);
    if (found == null) {
      return List.of(arrival.onNode(node, port, way));
    }
    Located<Integer> written = found.port().nodePort();
    way =
        way.step(
            Step.Kind.ENTER_NODE,
            "node port " + port + " belongs to Service `" + found.service().id() + "`",
            written == null ? List.of() : List.of(Way.at(written, "node port " + port)));
    Service service = found.service().service();
    way =
        matched(
            found.port(), found.port().port().value(), way.to("service " + found.service().id()));
    NetworkNode own = client.node();
    boolean inside = own != null && own.name().equals(node.name());
    ServiceProxy.Choice choice =
        ServiceProxy.isExternalLocal(service) && !inside
            ? ServiceProxy.onNode(found.service(), found.port(), family, node)
            : ServiceProxy.anywhere(found.service(), found.port(), family, node);
    return choose(found.service(), found.port(), choice, way, Fate.REFUSED);
  }

  /** CIP-11, LB-04, LB-09: load balancer and external addresses. */
  private List<Trace> toFront(
      List<AddressBook.Front> fronts, IpAddress address, int port, Way before) {
    NetworkNode node = client instanceof Client.Outside outside ? outside.via() : client.node();
    AddressBook.Front match = null;
    ServicePort servicePort = null;
    for (AddressBook.Front front : fronts) {
      ServicePort candidate = ServiceProxy.port(front.service().service(), port, protocol);
      boolean served = !front.proxied() && !front.service().service().headless();
      if (match == null && candidate != null && served) {
        match = front;
        servicePort = candidate;
      }
    }
    AddressBook.Front shown = match == null ? fronts.get(0) : match;
    Way way = before.to("service " + shown.service().id());
    if (match == null || servicePort == null) {
      String why =
          shown.proxied()
              ? "nodes know nothing of a proxying load balancer's address"
              : shown.service().service().headless()
                  ? "external addresses do nothing on a headless Service"
                  : "no Service serves port " + port + "/" + protocol + " there";
      return List.of(
          way.stops(Disposition.NO_SUCH_PORT, Fate.TIMEOUT, why, Way.at(shown.at(), "address")));
    }
    if (node == null) {
      return List.of(
          way.stops(
              Disposition.INSUFFICIENT_INFO,
              Fate.UNKNOWN,
              "to which node `" + address + "` is routed",
              Way.at(shown.at(), "address")));
    }
    Service service = match.service().service();
    way = matched(servicePort, port, way);
    boolean outside = client instanceof Client.Outside;
    ServiceProxy.Choice choice =
        outside && ServiceProxy.isExternalLocal(service)
            ? ServiceProxy.onNode(match.service(), servicePort, address.family(), node)
            : ServiceProxy.anywhere(match.service(), servicePort, address.family(), node);
    boolean none = choice.usable().isEmpty() && !choice.elsewhere();
    if (!none && match.loadBalancer() && !isAdmitted(service)) {
      return List.of(
          way.stops(
              Disposition.SOURCE_NOT_ALLOWED,
              Fate.TIMEOUT,
              "the client's address is in none of `loadBalancerSourceRanges`",
              Way.at(service.loadBalancerSourceRanges().get(0), "source ranges")));
    }
    // A process on the node's own network meets no reject rule in iptables mode.
    boolean silent =
        client.onHostNetwork() && network.facts().proxyMode() == ClusterFacts.ProxyMode.IPTABLES;
    return choose(match.service(), servicePort, choice, way, silent ? Fate.TIMEOUT : Fate.REFUSED);
  }

  /** LB-04: by the address of the pod, of the node, or of a host beside the nodes. */
  private boolean isAdmitted(Service service) {
    if (service.loadBalancerSourceRanges().isEmpty()) {
      return true;
    }
    IpAddress source = source();
    if (source == null) {
      return true;
    }
    for (Located<String> text : service.loadBalancerSourceRanges()) {
      Cidr range = Cidr.parse(text.value().trim()).orElse(null);
      if (range != null && range.contains(source)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable IpAddress source() {
    if (client instanceof Client.InPod in && !client.onHostNetwork()) {
      return in.pod().address(IpFamily.IPV4);
    }
    NetworkNode node = client.node();
    if (node != null) {
      return node.address(IpFamily.IPV4);
    }
    return network.outsideAddress();
  }
}
