package dev.hopcheck.trace;

import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.network.Resolution;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.value.EditDistance;
import java.util.ArrayList;
import java.util.List;

/** What to try where a flow does not arrive (routing b.2, first fix to offer). */
final class Hints {
  private static final int MOST = 3;

  private Hints() {}

  /** For names that give no address: the Services that were probably meant. */
  static List<String> of(Network network, String own, Resolution resolution) {
    List<String> hints = new ArrayList<>();
    String asked = resolution.asked();
    int dot = asked.indexOf('.');
    String first = dot < 0 ? asked : asked.substring(0, dot);
    String rest = dot < 0 ? "" : asked.substring(dot + 1);
    for (int distance = 0; distance <= 2 && hints.isEmpty(); distance++) {
      for (NetworkService service : network.services().values()) {
        if (EditDistance.within(first, service.name(), distance) == distance
            && distance <= first.length() / 3
            && hints.size() < MOST) {
          hints.add("did you mean `" + meant(network, service, own, rest) + "`?");
        }
      }
    }
    return hints;
  }

  /** The shortest name that resolves for the client. */
  private static String meant(Network network, NetworkService service, String own, String written) {
    if (service.namespace().equals(own) && written.isEmpty()) {
      return service.name();
    }
    String domain = network.facts().domain();
    return written.endsWith("." + domain)
        ? service.name() + "." + service.namespace() + ".svc." + domain
        : service.name() + "." + service.namespace();
  }

  /** For flows that stop on their way: the port that was probably meant. */
  static List<String> of(Network network, Flow flow, List<Trace> traces) {
    List<String> hints = new ArrayList<>();
    for (Trace trace : traces) {
      if (trace.disposition() == Disposition.NO_SUCH_PORT) {
        String place = trace.hops().get(trace.hops().size() - 1).place();
        NetworkService service = network.services().get(place.replace("service ", ""));
        if (service != null && hints.isEmpty()) {
          addPorts(service.service(), flow, hints);
        }
      }
    }
    return hints;
  }

  private static void addPorts(Service service, Flow flow, List<String> hints) {
    for (ServicePort port : service.ports()) {
      if (port.protocol().value().equals(flow.protocol()) && hints.size() < MOST) {
        hints.add("the Service's port is " + port.port().value());
      }
    }
  }
}
