package dev.hopcheck.report;

import dev.hopcheck.network.Client;
import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkPod;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.trace.Flow;
import dev.hopcheck.trace.FlowTracer;
import dev.hopcheck.trace.Target;
import dev.hopcheck.trace.TracedFlow;
import org.jspecify.annotations.Nullable;

/** Follows a connection to a Service as a client of the unit would open it. */
final class ServiceWay {
  private final Network network;
  private @Nullable FlowTracer tracer;

  ServiceWay(Network network) {
    this.network = network;
  }

  /**
   * The way to the first port that does not work, else to the first; from a pod of the same
   * namespace where there is one, else from a node. Null for a Service without ports.
   */
  @Nullable TracedFlow to(NetworkService service) {
    TracedFlow first = null;
    for (ServicePort port : service.service().ports()) {
      TracedFlow way = to(service, port);
      if (way != null && !way.traces().get(0).disposition().success()) {
        return way;
      }
      first = first == null ? way : first;
    }
    return first;
  }

  /** The way that the controller of an Ingress takes to a Service: from a node, to its address. */
  @Nullable TracedFlow fromController(NetworkService service, ServicePort port) {
    int number = port.port().value();
    if (number < 1 || number > 65_535 || service.clusterIps().isEmpty()) {
      return to(service, port);
    }
    return tracer()
        .trace(
            new Flow(
                new Client.OnNode(network.nodes().get(0)),
                "clusterIP(" + service.id() + "):" + number,
                new Target.OfService(
                    service.service().namespace(), service.service().name(), number),
                port.protocol().value()));
  }

  private FlowTracer tracer() {
    FlowTracer known = tracer;
    if (known == null) {
      known = new FlowTracer(network);
      tracer = known;
    }
    return known;
  }

  private @Nullable TracedFlow to(NetworkService service, ServicePort port) {
    int number = port.port().value();
    String protocol = port.protocol().value();
    if (number < 1 || number > 65_535) {
      return null;
    }
    FlowTracer known = tracer();
    String namespace = service.service().namespace();
    NetworkPod pod = client(namespace);
    String host = service.service().name() + "." + namespace + ".svc";
    if (pod != null) {
      return known.trace(
          new Flow(
              new Client.InPod(pod), host + ":" + number, new Target.Host(host, number), protocol));
    }
    if (service.clusterIps().isEmpty()) {
      return null;
    }
    return known.trace(
        new Flow(
            new Client.OnNode(network.nodes().get(0)),
            "clusterIP(" + service.id() + "):" + number,
            new Target.OfService(namespace, service.service().name(), number),
            protocol));
  }

  private @Nullable NetworkPod client(String namespace) {
    NetworkPod any = null;
    for (NetworkPod pod : network.pods().values()) {
      if (pod.set().namespace().equals(namespace)) {
        return pod;
      }
      any = any == null ? pod : any;
    }
    return any;
  }
}
