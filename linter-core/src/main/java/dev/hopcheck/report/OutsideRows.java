package dev.hopcheck.report;

import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;

/** Draws by which doors clients outside the cluster come in. */
final class OutsideRows {
  private OutsideRows() {}

  /** Adds all doors of a network under one title; nothing where there is none. */
  static void add(Network network, TwoColumns rows) {
    TwoColumns doors = new TwoColumns();
    for (NetworkService found : network.services().values()) {
      service(found, doors);
    }
    for (Ingress ingress : network.cluster().all(Ingress.class)) {
      IngressLines.add(ingress, network, doors);
    }
    if (!doors.isEmpty()) {
      rows.line("From outside");
      rows.addAll(doors);
    }
  }

  private static void service(NetworkService found, TwoColumns doors) {
    Service service = found.service();
    boolean balanced = service.type().value().equals("LoadBalancer");
    for (ServicePort port : service.ports()) {
      String to = " -> " + found.id() + ":" + port.port().value();
      if (service.opensNodePorts()) {
        Located<Integer> number = port.nodePort();
        if (number == null) {
          doors.line("  node:(chosen by the cluster)" + to);
        } else {
          doors.row("  node:" + number.value() + to, RoutesText.place(number.at()), "");
        }
      }
      String end = ":" + port.port().value() + to;
      if (balanced) {
        boolean any = false;
        for (Service.LoadBalancerAddress address : service.loadBalancer()) {
          Located<String> ip = address.ip();
          if (ip != null) {
            any = true;
            doors.row("  load balancer " + ip.value() + end, RoutesText.place(ip.at()), "");
          }
        }
        if (!any) {
          doors.row("  load balancer" + end, RoutesText.place(port.port().at()), "");
        }
      }
      for (Located<String> ip : service.externalIps()) {
        doors.row("  " + ip.value() + end, RoutesText.place(ip.at()), "");
      }
    }
  }
}
