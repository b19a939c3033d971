package dev.hopcheck.report;

import dev.hopcheck.engine.Simulation;
import dev.hopcheck.network.Endpoint;
import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.network.Slice;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.source.Location;
import dev.hopcheck.value.IpAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws each Service with its addresses, ports and endpoints, and who reaches it from outside. */
public final class RoutesText {
  private static final int MOST_ENDPOINTS = 12;

  private final Appendable out;

  private RoutesText(Appendable out) {
    this.out = out;
  }

  /** Draws all units. */
  public static void write(Simulation simulation, Appendable out) throws IOException {
    RoutesText text = new RoutesText(out);
    boolean several = simulation.units().size() > 1;
    for (Simulation.SimulatedUnit unit : simulation.units()) {
      if (several) {
        text.line(0, Visible.line(unit.root().isEmpty() ? "." : unit.root()));
      }
      text.unit(unit.network());
    }
    ProblemText.write(simulation.problems(), new Ink(false), out);
  }

  private void unit(Network network) throws IOException {
    int drawn = 0;
    for (NetworkService service : network.services().values()) {
      if (isImplied(service)) {
        continue;
      }
      service(service);
      drawn++;
    }
    if (drawn == 0) {
      line(0, "no Service");
    }
    outside(network);
  }

  private static boolean isImplied(NetworkService service) {
    for (Slice slice : service.slices()) {
      if (slice.source() == Slice.Source.IMPLIED) {
        return true;
      }
    }
    return false;
  }

  private void service(NetworkService found) throws IOException {
    Service service = found.service();
    String head = "Service " + found.id() + "  " + kind(found);
    line(0, Visible.line(head) + "   " + place(service.head().name().at()));
    if (service.isExternalName()) {
      Located<String> name = service.externalName();
      line(
          1,
          "alias of "
              + (name == null ? "nothing" : Visible.line(name.value()))
              + (name == null ? "" : "   " + place(name.at())));
      return;
    }
    if (service.ports().isEmpty()) {
      endpoints(found, null);
    }
    for (ServicePort port : service.ports()) {
      String name = port.nameText().isEmpty() ? "" : " (" + port.nameText() + ")";
      line(
          1,
          Visible.line(
                  port.port().value()
                      + "/"
                      + port.protocol().value()
                      + name
                      + " -> "
                      + port.targetPort().value().text())
              + "   "
              + place(port.targetPort().at()));
      endpoints(found, port);
    }
  }

  private static String kind(NetworkService found) {
    Service service = found.service();
    if (service.isExternalName()) {
      return "ExternalName";
    }
    if (service.headless()) {
      return "headless";
    }
    StringBuilder text = new StringBuilder(service.type().value());
    for (IpAddress ip : found.clusterIps()) {
      text.append(' ').append(ip);
    }
    return found.simulated() ? text.append(" (simulated)").toString() : text.toString();
  }

  private void endpoints(NetworkService found, @Nullable ServicePort port) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Slice slice : found.slices()) {
      Slice.Port slicePort =
          port == null ? null : slice.port(port.nameText(), port.protocol().value());
      if (port != null && slicePort == null) {
        continue;
      }
      for (Endpoint endpoint : slice.endpoints()) {
        lines.add(endpoint(endpoint, slicePort));
      }
    }
    if (lines.isEmpty()) {
      line(2, "x no endpoint" + why(found, port));
    }
    for (int i = 0; i < Math.min(MOST_ENDPOINTS, lines.size()); i++) {
      line(2, lines.get(i));
    }
    if (lines.size() > MOST_ENDPOINTS) {
      line(2, "and " + (lines.size() - MOST_ENDPOINTS) + " more");
    }
  }

  private static String why(NetworkService found, @Nullable ServicePort port) {
    if (found.hasEndpoints() && port != null) {
      return ": no pod has port `" + Visible.line(port.targetPort().value().text()) + "`";
    }
    return found.service().selector().isEmpty()
        ? ": no selector, and no EndpointSlice is given"
        : ": the selector matches no running pod";
  }

  private static String endpoint(Endpoint endpoint, Slice.@Nullable Port port) {
    StringBuilder text = new StringBuilder();
    text.append(endpoint.ready() ? "-> " : "x  ");
    if (endpoint.pod() != null) {
      text.append(endpoint.pod().id()).append("  ");
    }
    text.append(endpoint.addresses().isEmpty() ? "" : endpoint.addresses().get(0));
    if (port != null && port.number() != null) {
      text.append(':').append(port.number());
    }
    if (!endpoint.ready()) {
      text.append(endpoint.terminating() ? "  terminating" : "  not ready");
    }
    String shown = Visible.line(text.toString());
    Location at = port == null || port.at() == null ? endpoint.at() : port.at();
    return at == null ? shown : shown + "   " + place(at);
  }

  private void outside(Network network) throws IOException {
    List<String> lines = new ArrayList<>();
    for (NetworkService found : network.services().values()) {
      Service service = found.service();
      if (!service.opensNodePorts() && !service.type().value().equals("LoadBalancer")) {
        continue;
      }
      for (ServicePort port : service.ports()) {
        if (service.opensNodePorts()) {
          Located<Integer> number = port.nodePort();
          lines.add(
              "node:"
                  + (number == null ? "(chosen by the cluster)" : number.value())
                  + " -> "
                  + found.id()
                  + ":"
                  + port.port().value()
                  + (number == null ? "" : "   " + place(number.at())));
        }
        if (service.type().value().equals("LoadBalancer")) {
          lines.add(
              "load balancer:"
                  + port.port().value()
                  + " -> "
                  + found.id()
                  + ":"
                  + port.port().value()
                  + "   "
                  + place(port.port().at()));
        }
      }
    }
    for (Ingress ingress : network.cluster().all(Ingress.class)) {
      IngressLines.add(ingress, network, lines);
    }
    if (!lines.isEmpty()) {
      line(0, "From outside");
      for (String text : lines) {
        line(1, text);
      }
    }
  }

  static String place(Location at) {
    return Visible.name(at.file().name()) + ":" + at.start().line();
  }

  private void line(int depth, String text) throws IOException {
    for (int i = 0; i < depth; i++) {
      out.append("  ");
    }
    out.append(text).append('\n');
  }
}
