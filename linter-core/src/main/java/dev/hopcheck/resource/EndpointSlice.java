package dev.hopcheck.resource;

import dev.hopcheck.admission.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Endpoints of a Service, written by hand or by a controller (EP-15 to EP-17).
 *
 * @param service the label {@code kubernetes.io/service-name}; null where it is not given
 * @param ports empty where the slice has none
 */
public record EndpointSlice(
    ResourceHead head,
    @Nullable Located<String> service,
    Located<String> addressType,
    List<SlicePort> ports,
    List<Endpoint> endpoints)
    implements Resource {
  /** Which Service a slice belongs to. */
  public static final String SERVICE_LABEL = "kubernetes.io/service-name";

  /** Who writes a slice. */
  public static final String MANAGED_BY_LABEL = "endpointslice.kubernetes.io/managed-by";

  public EndpointSlice {
    ports = List.copyOf(ports);
    endpoints = List.copyOf(endpoints);
  }

  /**
   * A port of all endpoints of a slice.
   *
   * @param name empty where it has none, as the server defaults it
   * @param number null where it is not given: kube-proxy ignores the port
   */
  public record SlicePort(
      Place place,
      Located<String> name,
      @Nullable Located<Integer> number,
      Located<String> protocol,
      @Nullable Located<String> appProtocol)
      implements Placed {}

  /**
   * One endpoint.
   *
   * @param ready true where the slice leaves it out
   * @param serving equals ready where the slice leaves it out
   * @param terminating false where the slice leaves it out
   * @param targetKind kind of the target reference; empty where it is not given
   */
  public record Endpoint(
      Place place,
      List<Located<String>> addresses,
      boolean ready,
      boolean serving,
      boolean terminating,
      @Nullable Located<String> hostname,
      @Nullable Located<String> nodeName,
      @Nullable Located<String> zone,
      String targetKind,
      @Nullable Located<String> targetName)
      implements Placed {
    public Endpoint {
      addresses = List.copyOf(addresses);
    }
  }

  /** Who writes it; empty for a slice that nobody claims. */
  public String managedBy() {
    String value = head.labels().value(MANAGED_BY_LABEL);
    return value == null ? "" : value;
  }

  @Override
  public EndpointSlice withHead(ResourceHead other) {
    return new EndpointSlice(other, service, addressType, ports, endpoints);
  }
}
