package dev.hopcheck.trace;

import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.network.Resolution;
import dev.hopcheck.resource.ServicePort;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What would stop a flow next, once its first break is mended: the flow goes on as if the likeliest
 * mending were done (routing b.2, "would also fail").
 */
final class LaterBreaks {
  private final FlowTracer tracer;
  private final Network network;

  LaterBreaks(FlowTracer tracer, Network network) {
    this.tracer = tracer;
    this.network = network;
  }

  /** Behind a name that gives no address: what a flow to the Service that was meant meets. */
  List<String> behind(Flow flow, Resolution resolution) {
    List<NetworkService> near = Hints.near(network, resolution);
    if (near.size() != 1 || near.get(0).clusterIps().isEmpty()) {
      return List.of();
    }
    NetworkService meant = near.get(0);
    Target target = new Target.OfService(meant.namespace(), meant.name(), flow.target().port());
    TracedFlow next = tracer.trace(new Flow(flow.from(), flow.to(), target, flow.protocol()));
    List<String> later = new ArrayList<>();
    if (!next.traces().get(0).disposition().success()) {
      later.add("service `" + meant.id() + "`: " + stopped(next.traces().get(0)));
      later.addAll(next.later());
    }
    return later;
  }

  /** Behind the hops at which traces stop. */
  List<String> behind(Flow flow, List<Trace> traces) {
    Set<String> later = new LinkedHashSet<>();
    for (Trace trace : traces) {
      NetworkService service = Hints.service(network, trace);
      if (service == null) {
        continue;
      }
      if (trace.disposition() == Disposition.NO_ENDPOINTS) {
        for (ServicePort port : service.service().ports()) {
          if (port.port().value() == flow.target().port()) {
            later.addAll(NoEndpoints.of(network, service, port).later());
          }
        }
      } else if (trace.disposition() == Disposition.NO_SUCH_PORT
          || trace.disposition() == Disposition.NOT_REACHABLE_FROM_OUTSIDE) {
        NoEndpoints none = NoEndpoints.ofAll(network, service);
        if (none != null) {
          later.add("service `" + service.id() + "`: " + none.text());
          later.addAll(none.later());
        }
      }
    }
    return new ArrayList<>(later);
  }

  private static String stopped(Trace trace) {
    List<Step> last = trace.hops().get(trace.hops().size() - 1).steps();
    return last.get(last.size() - 1).text();
  }
}
