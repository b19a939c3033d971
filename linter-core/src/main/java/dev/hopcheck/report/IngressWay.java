package dev.hopcheck.report;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.report.ClientWay.Door;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.PortRef;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.source.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows a request from outside through an Ingress to the pods behind it. */
final class IngressWay {
  private final Network network;
  private final ServiceWay services;

  IngressWay(Network network, ServiceWay services) {
    this.network = network;
    this.services = services;
  }

  /** A backend with what leads to it. */
  private record Path(String asked, Location askedAt, Ingress.ServiceBackend backend) {}

  /**
   * The request that a finding is about: that of the backend at which it points, else the first one
   * that does not arrive, else the first. Null where the Ingress has no backend that is a Service.
   */
  @Nullable ClientWay of(Ingress ingress, Finding finding) {
    Path first = null;
    Path broken = null;
    for (Path path : paths(ingress)) {
      if (isAt(path, finding.location())) {
        return way(ingress, path);
      }
      boolean arrives = IngressLines.arrives(ingress, path.backend(), network);
      broken = broken == null && !arrives ? path : broken;
      first = first == null ? path : first;
    }
    Path chosen = broken == null ? first : broken;
    return chosen == null ? null : way(ingress, chosen);
  }

  private static List<Path> paths(Ingress ingress) {
    List<Path> paths = new ArrayList<>();
    if (ingress.defaultBackend() instanceof Ingress.ServiceBackend backend) {
      paths.add(new Path("any other path", backend.name().at(), backend));
    }
    for (Ingress.Rule rule : ingress.rules()) {
      for (Ingress.HttpPath path : rule.paths()) {
        if (path.backend() instanceof Ingress.ServiceBackend backend) {
          Located<String> host = rule.host();
          Located<String> written = path.path();
          String asked =
              (host == null ? "any host" : host.value())
                  + (written == null ? "/" : written.value());
          Location at =
              host != null ? host.at() : written != null ? written.at() : backend.name().at();
          paths.add(new Path(asked, at, backend));
        }
      }
    }
    return paths;
  }

  private static boolean isAt(Path path, Location at) {
    Located<PortRef> port = path.backend().port();
    return path.backend().name().at().isOnLineOf(at)
        || path.askedAt().isOnLineOf(at)
        || (port != null && port.at().isOnLineOf(at));
  }

  private ClientWay way(Ingress ingress, Path path) {
    Ingress.ServiceBackend backend = path.backend();
    Located<PortRef> port = backend.port();
    String name = ingress.namespace() + "/" + backend.name().value();
    String target =
        "Service `" + name + "`" + (port == null ? "" : ", port `" + port.value().text() + "`");
    NetworkService found = network.service(ingress.namespace(), backend.name().value());
    ServicePort open = found == null ? null : port(found, backend);
    String stop =
        found == null
            ? "there is no Service `" + name + "`"
            : open == null ? "Service `" + name + "` has no such port" : "";
    Location at = found != null && port != null ? port.at() : backend.name().at();
    Door door = new Door(ingress, path.asked(), path.askedAt(), target, at, stop);
    return new ClientWay(
        door, found == null || open == null ? null : services.fromController(found, open));
  }

  private static @Nullable ServicePort port(NetworkService found, Ingress.ServiceBackend backend) {
    Located<PortRef> wanted = backend.port();
    if (wanted == null) {
      return null;
    }
    PortRef port = wanted.value();
    return port.named() ? found.service().port(port.text()) : found.service().port(port.asNumber());
  }
}
