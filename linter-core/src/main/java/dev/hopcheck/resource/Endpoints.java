package dev.hopcheck.resource;

import dev.hopcheck.admission.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The older form of endpoints; it feeds the Service of its own name (EP-18). */
public record Endpoints(ResourceHead head, List<Subset> subsets) implements Resource {
  public Endpoints {
    subsets = List.copyOf(subsets);
  }

  /** Addresses by ports. */
  public record Subset(
      List<Address> addresses,
      List<Address> notReadyAddresses,
      List<EndpointSlice.SlicePort> ports) {
    public Subset {
      addresses = List.copyOf(addresses);
      notReadyAddresses = List.copyOf(notReadyAddresses);
      ports = List.copyOf(ports);
    }
  }

  /**
   * One address.
   *
   * @param targetKind kind of the target reference; empty where it is not given
   */
  public record Address(
      Place place,
      Located<String> ip,
      @Nullable Located<String> hostname,
      @Nullable Located<String> nodeName,
      String targetKind,
      @Nullable Located<String> targetName)
      implements Placed {}

  @Override
  public Endpoints withHead(ResourceHead other) {
    return new Endpoints(other, subsets);
  }
}
