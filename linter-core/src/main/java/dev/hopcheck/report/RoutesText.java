package dev.hopcheck.report;

import dev.hopcheck.engine.Simulation;
import dev.hopcheck.network.Endpoint;
import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.network.Slice;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.source.Location;
import dev.hopcheck.trace.Evidence;
import dev.hopcheck.trace.NoEndpoints;
import dev.hopcheck.value.IpAddress;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Draws each Service with its addresses, ports and endpoints, and who reaches it from outside. */
public final class RoutesText {
  private static final int MOST_ENDPOINTS = 12;

  private final TwoColumns rows = new TwoColumns();

  private RoutesText() {}

  /** Draws all units. */
  public static void write(Simulation simulation, Appendable out) throws IOException {
    boolean several = simulation.units().size() > 1;
    boolean first = true;
    for (Simulation.SimulatedUnit unit : simulation.units()) {
      out.append(first ? "" : "\n");
      first = false;
      RoutesText text = new RoutesText();
      if (several) {
        text.rows.line("== " + (unit.root().isEmpty() ? "." : unit.root()));
      }
      text.unit(unit.network());
      text.rows.write("", out);
    }
    ProblemText.write(simulation.problems(), new Ink(false), out);
    AnswersEnd.configuration(simulation.configuration(), out);
  }

  private void unit(Network network) {
    int drawn = 0;
    for (NetworkService service : network.services().values()) {
      if (!isImplied(service)) {
        service(service, network);
        drawn++;
      }
    }
    if (drawn == 0) {
      rows.line("no Service");
    }
    OutsideRows.add(network, rows);
  }

  /** Whether every cluster has it. */
  static boolean isImplied(NetworkService service) {
    for (Slice slice : service.slices()) {
      if (slice.source() == Slice.Source.IMPLIED) {
        return true;
      }
    }
    return false;
  }

  private void service(NetworkService found, Network network) {
    Service service = found.service();
    rows.row("Service " + found.id() + "  " + kind(found), place(service.head().name().at()), "");
    if (service.isExternalName()) {
      Located<String> name = service.externalName();
      if (name == null) {
        rows.line("  x alias of nothing");
      } else {
        rows.row("  alias of " + name.value(), place(name.at()), "");
      }
      return;
    }
    if (service.ports().isEmpty()) {
      endpoints(found, null, network);
    }
    for (ServicePort port : service.ports()) {
      String name = port.nameText().isEmpty() ? "" : " (" + port.nameText() + ")";
      rows.row(
          "  "
              + port.port().value()
              + "/"
              + port.protocol().value()
              + name
              + " -> "
              + port.targetPort().value().text(),
          place(port.targetPort().at()),
          "");
      endpoints(found, port, network);
    }
  }

  /** The type, and the addresses that are its own. */
  static String kind(NetworkService found) {
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

  private void endpoints(NetworkService found, @Nullable ServicePort port, Network network) {
    int drawn = 0;
    int all = 0;
    for (Slice slice : found.slices()) {
      Slice.Port slicePort =
          port == null ? null : slice.port(port.nameText(), port.protocol().value());
      if (port != null && slicePort == null) {
        continue;
      }
      for (Endpoint endpoint : slice.endpoints()) {
        all++;
        if (drawn < MOST_ENDPOINTS) {
          endpoint(endpoint, slicePort);
          drawn++;
        }
      }
    }
    if (all > drawn) {
      rows.line("    and " + (all - drawn) + " more");
    } else if (all == 0) {
      none(found, port, network);
    }
  }

  private void none(NetworkService found, @Nullable ServicePort port, Network network) {
    if (port == null) {
      rows.line("    x no endpoint");
      return;
    }
    NoEndpoints why = NoEndpoints.of(network, found, port);
    rows.line((why.undecided() ? "    ? unknown: " : "    x no endpoint: ") + why.text());
    for (Evidence evidence : why.evidence()) {
      rows.row("      " + evidence.text(), place(evidence.at()), "");
    }
    if (!why.fix().isEmpty()) {
      rows.line("      fix: " + why.fix());
    }
  }

  private void endpoint(Endpoint endpoint, Slice.@Nullable Port port) {
    StringBuilder text = new StringBuilder("    ");
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
    Location at = port == null || port.at() == null ? endpoint.at() : port.at();
    if (at == null) {
      rows.line(text.toString());
    } else {
      rows.row(text.toString(), place(at), "");
    }
  }

  /** File and line, safe to show. */
  static String place(Location at) {
    return Visible.name(at.file().name()) + ":" + at.start().line();
  }
}
