package dev.hopcheck.trace;

import dev.hopcheck.network.AddressBook;
import dev.hopcheck.network.Client;
import dev.hopcheck.network.DnsRecord;
import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkNode;
import dev.hopcheck.network.NetworkPod;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.network.Resolution;
import dev.hopcheck.resource.Service;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Traces flows through a network: resolve, match, choose, translate, deliver. */
public final class FlowTracer {
  private final Network network;
  private final Listening listening;
  private final LaterBreaks later;

  /** Traces through that network. */
  public FlowTracer(Network network) {
    this.network = network;
    this.listening = new Listening(network);
    this.later = new LaterBreaks(this, network);
  }

  /** Follows a flow on all its ways. */
  public TracedFlow trace(Flow flow) {
    Resolution resolution = resolve(flow);
    Way way = resolved(Way.from(flow.from().title()), resolution);
    return switch (resolution.status()) {
      case OK, LITERAL -> deliver(flow, resolution, way);
      case NXDOMAIN, SERVFAIL ->
          unresolved(flow, resolution, way, Disposition.NAME_NOT_FOUND, "no candidate exists");
      case NODATA ->
          unresolved(
              flow, resolution, way, Disposition.NAME_WITHOUT_ADDRESS, "the name has no address");
      case NOT_A_NAME ->
          unresolved(
              flow,
              resolution,
              way,
              Disposition.NOT_A_NAME,
              "`" + resolution.asked() + "` is no host name");
      case NO_ADDRESS ->
          unresolved(
              flow,
              resolution,
              way,
              Disposition.NO_LOAD_BALANCER_ADDRESS,
              "`status.loadBalancer` has no address");
      case UNKNOWN -> unknown(flow, resolution, way);
    };
  }

  /** What was probably meant where a name gives no address, asked from a namespace. */
  public List<String> meant(String namespace, Resolution resolution) {
    return resolution.addresses().isEmpty() && !resolution.external()
        ? Hints.of(network, namespace, resolution)
        : List.of();
  }

  private TracedFlow unresolved(
      Flow flow, Resolution resolution, Way way, Disposition disposition, String text) {
    Trace trace = way.stops(disposition, Fate.UNRESOLVED, text);
    return new TracedFlow(
        flow,
        resolution,
        List.of(),
        List.of(trace),
        "",
        disposition == Disposition.NO_LOAD_BALANCER_ADDRESS
            ? List.of("a cloud or the like gives the address; a live dump has it in `status`")
            : Hints.of(network, namespace(flow), resolution),
        later.behind(flow, resolution));
  }

  private static String namespace(Flow flow) {
    return flow.from() instanceof Client.InPod in ? in.pod().namespace() : "";
  }

  private TracedFlow unknown(Flow flow, Resolution resolution, Way way) {
    Trace trace = way.stops(Disposition.INSUFFICIENT_INFO, Fate.UNKNOWN, resolution.unknown());
    return new TracedFlow(
        flow, resolution, List.of(), List.of(trace), resolution.unknown(), List.of(), List.of());
  }

  private TracedFlow deliver(Flow flow, Resolution resolution, Way way) {
    List<Trace> traces = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    if (resolution.external()) {
      String target = resolution.canonical() == null ? resolution.name() : resolution.canonical();
      traces.add(way.leaves("`" + target + "` lies outside the cluster"));
      addresses.add("external");
    }
    Delivery delivery = new Delivery(network, listening, flow.from(), flow.protocol());
    for (IpAddress address : resolution.addresses()) {
      addresses.add(title(address));
      traces.addAll(delivery.to(address, flow.target().port(), way));
    }
    if (traces.isEmpty()) {
      traces.add(way.stops(Disposition.NO_SUCH_HOST, Fate.TIMEOUT, "the target has no address"));
    }
    String missing = "";
    for (Trace trace : traces) {
      if (trace.fate() == Fate.UNKNOWN) {
        List<Step> last = trace.hops().get(trace.hops().size() - 1).steps();
        missing = last.get(last.size() - 1).text();
      }
    }
    return new TracedFlow(
        flow,
        resolution,
        addresses,
        traces,
        missing,
        Hints.of(network, flow, traces),
        later.behind(flow, traces));
  }

  /** The forms of a target that name an address without writing it are literal ones. */
  private Resolution resolve(Flow flow) {
    String asked = flow.to();
    if (flow.target() instanceof Target.Host host) {
      return network.resolver().resolve(flow.from(), host.host());
    }
    if (flow.target() instanceof Target.OfPod pod) {
      NetworkPod found = network.pods().get(pod.namespace() + "/" + pod.name());
      return literal(asked, found == null ? null : found.address(primary()));
    }
    if (flow.target() instanceof Target.OfService service) {
      NetworkService found = network.service(service.namespace(), service.name());
      return literal(asked, found == null ? null : found.clusterIp(primary()));
    }
    if (flow.target() instanceof Target.OfNode node) {
      NetworkNode found =
          node.name().isEmpty() ? network.nodes().get(0) : network.node(node.name());
      return literal(asked, found == null ? null : found.address(primary()));
    }
    Target.OfLoadBalancer balancer = (Target.OfLoadBalancer) flow.target();
    return ofLoadBalancer(asked, network.service(balancer.namespace(), balancer.name()));
  }

  private IpFamily primary() {
    return network.facts().ipFamilies().get(0);
  }

  private static Resolution ofLoadBalancer(String asked, @Nullable NetworkService found) {
    if (found != null) {
      for (Service.LoadBalancerAddress address : found.service().loadBalancer()) {
        if (address.ip() != null) {
          IpAddress ip = IpAddress.parse(address.ip().value()).orElse(null);
          if (ip != null) {
            return literal(asked, ip);
          }
        }
      }
    }
    return new Resolution(
        asked, Resolution.Status.NO_ADDRESS, "", null, false, List.of(), false, List.of(), "");
  }

  private static Resolution literal(String asked, @Nullable IpAddress address) {
    return new Resolution(
        asked,
        Resolution.Status.LITERAL,
        "",
        null,
        false,
        address == null ? List.of() : List.of(address),
        false,
        List.of(),
        "");
  }

  /** The steps of a lookup, one for each candidate that was asked. */
  private static Way resolved(Way from, Resolution resolution) {
    Way way = from;
    if (resolution.byHosts()) {
      return way.step(
          Step.Kind.READ_HOSTS_FILE, "`" + resolution.asked() + "` stands in the hosts file");
    }
    for (Resolution.Candidate candidate : resolution.candidates()) {
      List<Evidence> evidence = new ArrayList<>();
      for (DnsRecord record : candidate.answer().records()) {
        Service service = record.service();
        if (service != null && evidence.isEmpty()) {
          evidence.add(
              record.type().equals("CNAME") && service.externalName() != null
                  ? Way.at(service.externalName(), "alias of " + record.data())
                  : Way.at(service.head().name(), "Service " + service.name()));
        }
      }
      way =
          way.step(
              Step.Kind.RESOLVE_NAME,
              "`" + candidate.name() + "`: " + candidate.result(),
              evidence);
    }
    return way;
  }

  /** An address, called after its owner. */
  private String title(IpAddress address) {
    AddressBook book = network.addresses();
    NetworkService service = book.clusterIp(address);
    if (service != null) {
      return "clusterIP(" + service.id() + ")";
    }
    List<AddressBook.Front> fronts = book.fronts(address);
    if (fronts.size() == 1) {
      return (fronts.get(0).loadBalancer() ? "loadBalancer(" : "externalIP(")
          + fronts.get(0).service().id()
          + ")";
    }
    NetworkNode node = book.node(address);
    if (node != null) {
      return "node(" + node.name() + ")";
    }
    NetworkPod pod = book.pod(address);
    return pod != null ? "pod(" + pod.id() + ")" : address.toString();
  }
}
