package dev.hopcheck.network;

import dev.hopcheck.source.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Endpoints of a Service that share an address family and ports, as an EndpointSlice has them.
 *
 * @param family {@code IPv4}, {@code IPv6} or {@code FQDN}
 * @param ports empty where no port resolves, or the Service has none (EP-11, EP-12)
 * @param source who writes it
 */
public record Slice(String family, List<Port> ports, List<Endpoint> endpoints, Source source) {
  /** Who writes a slice. */
  public enum Source {
    CONTROLLER,
    MIRRORED,
    MANUAL,
    /** Of the control plane itself: every cluster has it. */
    IMPLIED
  }

  public Slice {
    ports = List.copyOf(ports);
    endpoints = List.copyOf(endpoints);
  }

  /**
   * A port of all endpoints of a slice.
   *
   * @param name the Service port's name; empty for none (EP-07)
   * @param number null where the slice leaves it out: kube-proxy ignores the port (EP-17)
   * @param at where the number is decided: the container's port, the target port, or the slice's
   *     port
   */
  public record Port(
      String name, @Nullable Integer number, String protocol, @Nullable Location at) {}

  /** The port of that name and protocol; null where there is none (EP-16). */
  public @Nullable Port port(String name, String protocol) {
    for (Port port : ports) {
      if (port.name().equals(name) && port.protocol().equals(protocol)) {
        return port;
      }
    }
    return null;
  }
}
