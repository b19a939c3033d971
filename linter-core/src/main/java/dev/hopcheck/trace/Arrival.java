package dev.hopcheck.trace;

import dev.hopcheck.network.AddressBook;
import dev.hopcheck.network.Client;
import dev.hopcheck.network.ClusterFacts;
import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkNode;
import dev.hopcheck.network.NetworkPod;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.network.ServiceProxy;
import dev.hopcheck.network.Slice;
import dev.hopcheck.value.Cidr;
import dev.hopcheck.value.IpAddress;
import java.util.List;

/** The end of a packet's way: who has the address, and whether a process listens there. */
final class Arrival {
  private static final Cidr PODS = Cidr.parse("10.244.0.0/16").orElseThrow();
  private static final Cidr SERVICES = Cidr.parse("10.96.0.0/12").orElseThrow();

  private final Network network;
  private final AddressBook book;
  private final Listening listening;
  private final Client client;
  private final String protocol;

  Arrival(Network network, Listening listening, Client client, String protocol) {
    this.network = network;
    this.book = network.addresses();
    this.listening = listening;
    this.client = client;
    this.protocol = protocol;
  }

  /** By one of so many endpoints of a Service. */
  Trace through(NetworkService found, int of, ServiceProxy.Backend backend, Way before) {
    int port = backend.port().number() == null ? 0 : backend.port().number();
    String share = of == 1 ? "the only endpoint" : "one of " + of + " endpoints";
    Way way =
        before.step(
            Step.Kind.SELECT_ENDPOINT, share, Way.atOrNone(backend.endpoint().at(), "endpoint"));
    way =
        way.step(
            Step.Kind.TRANSLATE_ADDRESS,
            "to " + backend.ip() + ":" + port,
            Way.atOrNone(backend.port().at(), "port " + port));
    if (backend.source() == Slice.Source.IMPLIED) {
      return way.to("control plane")
          .delivered(found.id() + ":" + port, "the control plane answers", List.of());
    }
    NetworkPod pod = backend.endpoint().pod();
    if (pod == null) {
      pod = book.pod(backend.ip());
    }
    if (pod != null && isNoHairpin(pod, backend)) {
      return way.stops(
          Disposition.NO_HAIRPIN,
          Fate.TIMEOUT,
          "the slice does not name the node of `" + pod.id() + "`");
    }
    if (pod != null && !pod.hostNetwork()) {
      return atPod(pod, port, way.to("pod " + pod.id()));
    }
    NetworkNode node = pod != null ? pod.node() : book.node(backend.ip());
    if (node != null) {
      return onNode(node, port, way.to("node " + node.name()));
    }
    return atStranger(backend.ip(), way);
  }

  /** CIP-10: nftables cannot masquerade a pod to itself where the slice does not name its node. */
  private boolean isNoHairpin(NetworkPod pod, ServiceProxy.Backend backend) {
    return network.facts().proxyMode() == ClusterFacts.ProxyMode.NFTABLES
        && !backend.nodeNamed()
        && client instanceof Client.InPod in
        && in.pod().id().equals(pod.id());
  }

  /** At a pod with an address of its own, or of its node. */
  Trace atPod(NetworkPod pod, int port, Way way) {
    Evidence spec = new Evidence(pod.spec().at(), "pod `" + pod.name() + "`");
    if (pod.state() != NetworkPod.State.RUNNING) {
      return way.stops(Disposition.NO_SUCH_HOST, Fate.TIMEOUT, "the pod is not running", spec);
    }
    Listening.Answer answer = listening.on(pod, port, protocol);
    if (!answer.yes()) {
      return way.stops(
          Disposition.PORT_NOT_LISTENING,
          Fate.REFUSED,
          "no container declares port " + port + "/" + protocol,
          spec);
    }
    Way end =
        answer.assumed()
            ? way.assume("a process in pod `" + pod.id() + "` listens on " + port)
            : way;
    return end.delivered(
        pod.id() + ":" + port,
        answer.assumed() ? "a process is assumed to listen" : "the container declares the port",
        Way.atOrNone(answer.at(), "container port " + port));
  }

  /** What listens on a node itself: pods on its network, nothing else that manifests know of. */
  Trace onNode(NetworkNode node, int port, Way way) {
    for (NetworkPod pod : network.pods().values()) {
      if (pod.hostNetwork()
          && pod.node() != null
          && pod.node().name().equals(node.name())
          && pod.state() == NetworkPod.State.RUNNING
          && listening.on(pod, port, protocol).yes()) {
        return atPod(pod, port, way);
      }
    }
    return way.stops(
        Disposition.PORT_NOT_LISTENING,
        Fate.REFUSED,
        "nothing on node `" + node.name() + "` listens on " + port + "/" + protocol);
  }

  /** An address that nothing in the unit has. */
  Trace atStranger(IpAddress address, Way way) {
    Cidr services = network.facts().serviceCidr();
    boolean ours =
        PODS.contains(address) || (services == null ? SERVICES : services).contains(address);
    return ours
        ? way.stops(
            Disposition.NO_SUCH_HOST, Fate.TIMEOUT, "nothing has the address `" + address + "`")
        : way.leaves("`" + address + "` lies outside the cluster");
  }
}
