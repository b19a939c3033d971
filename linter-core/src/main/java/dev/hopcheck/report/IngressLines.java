package dev.hopcheck.report;

import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.PortRef;
import dev.hopcheck.resource.ServicePort;
import org.jspecify.annotations.Nullable;

/** Draws the paths of an Ingress with the Services behind them. */
final class IngressLines {
  private IngressLines() {}

  static void add(Ingress ingress, Network network, TwoColumns lines) {
    String head = "  Ingress " + ingress.namespace() + "/" + ingress.name() + "  ";
    if (ingress.defaultBackend() != null) {
      add(head + "any other path", ingress, ingress.defaultBackend(), network, lines);
    }
    for (Ingress.Rule rule : ingress.rules()) {
      String host = rule.host() == null ? "any host" : rule.host().value();
      for (Ingress.HttpPath path : rule.paths()) {
        String shown = path.path() == null ? "/" : path.path().value();
        add(head + host + " " + shown, ingress, path.backend(), network, lines);
      }
    }
  }

  private static void add(
      String head,
      Ingress ingress,
      Ingress.@Nullable Backend backend,
      Network network,
      TwoColumns lines) {
    if (!(backend instanceof Ingress.ServiceBackend service)) {
      return;
    }
    Located<PortRef> port = service.port();
    String target =
        ingress.namespace()
            + "/"
            + service.name().value()
            + (port == null ? "" : ":" + port.value().text());
    String mark = arrives(ingress, service, network) ? " -> " : " x ";
    lines.row(head + mark + target, RoutesText.place(service.name().at()), "");
  }

  /** ING-03: the backend's port is the Service's, by number or name. */
  static boolean arrives(Ingress ingress, Ingress.ServiceBackend backend, Network network) {
    NetworkService found = network.service(ingress.namespace(), backend.name().value());
    if (found == null || backend.port() == null) {
      return false;
    }
    if (found.service().isExternalName()) {
      return true;
    }
    PortRef wanted = backend.port().value();
    for (ServicePort port : found.service().ports()) {
      boolean same =
          wanted.named()
              ? wanted.text().equals(port.nameText())
              : wanted.asNumber() == port.port().value();
      if (same) {
        return true;
      }
    }
    return false;
  }
}
