package dev.hopcheck.network;

import dev.hopcheck.resource.EndpointSlice;
import dev.hopcheck.resource.Endpoints;
import dev.hopcheck.resource.Located;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Slices that the manifests hold, and those that the mirroring controller makes from Endpoints. */
final class WrittenSlices {
  private static final String CONTROLLER = "endpointslice-controller.k8s.io";
  private static final String MIRRORING = "endpointslicemirroring-controller.k8s.io";
  private static final String SKIP_MIRROR = "endpointslice.kubernetes.io/skip-mirror";
  private static final String LEADER = "control-plane.alpha.kubernetes.io/leader";

  private final Map<String, NetworkPod> pods;

  /** The pods by {@code namespace/name}, to find those that endpoints refer to. */
  WrittenSlices(Map<String, NetworkPod> pods) {
    this.pods = pods;
  }

  /**
   * Whether a controller owns the slice: it is made anew from pods or Endpoints, so it says
   * nothing.
   */
  static boolean isControllers(EndpointSlice slice) {
    return slice.managedBy().equals(CONTROLLER) || slice.managedBy().equals(MIRRORING);
  }

  /** EP-15 to EP-17. */
  Slice manual(EndpointSlice slice) {
    List<Slice.Port> ports = new ArrayList<>(slice.ports().size());
    for (EndpointSlice.SlicePort port : slice.ports()) {
      ports.add(port(port));
    }
    List<Endpoint> endpoints = new ArrayList<>(slice.endpoints().size());
    for (EndpointSlice.Endpoint endpoint : slice.endpoints()) {
      endpoints.add(
          new Endpoint(
              pod(slice.namespace(), endpoint.targetKind(), endpoint.targetName()),
              texts(endpoint.addresses()),
              endpoint.ready(),
              endpoint.serving(),
              endpoint.terminating(),
              text(endpoint.hostname()),
              text(endpoint.nodeName()),
              text(endpoint.zone()),
              endpoint.at()));
    }
    return new Slice(slice.addressType().value(), ports, endpoints, Slice.Source.MANUAL);
  }

  /** EP-18: whether the object is mirrored at all, given a Service of its name without selector. */
  static boolean isMirrored(Endpoints endpoints) {
    return !"true".equals(endpoints.head().labels().value(SKIP_MIRROR))
        && !endpoints.head().annotations().has(LEADER);
  }

  /** EP-18: one slice for each subset and family. */
  List<Slice> mirrored(Endpoints endpoints) {
    List<Slice> slices = new ArrayList<>();
    for (Endpoints.Subset subset : endpoints.subsets()) {
      List<Slice.Port> ports = new ArrayList<>(subset.ports().size());
      for (EndpointSlice.SlicePort port : subset.ports()) {
        ports.add(port(port));
      }
      for (IpFamily family : IpFamily.values()) {
        List<Endpoint> mirrored = new ArrayList<>();
        add(endpoints, subset.addresses(), family, true, mirrored);
        add(endpoints, subset.notReadyAddresses(), family, false, mirrored);
        if (!mirrored.isEmpty()) {
          slices.add(new Slice(family.toString(), ports, mirrored, Slice.Source.MIRRORED));
        }
      }
    }
    return slices;
  }

  private void add(
      Endpoints endpoints,
      List<Endpoints.Address> addresses,
      IpFamily family,
      boolean ready,
      List<Endpoint> mirrored) {
    for (Endpoints.Address address : addresses) {
      IpAddress ip = IpAddress.parse(address.ip().value()).orElse(null);
      if (ip != null && ip.family() == family) {
        mirrored.add(
            new Endpoint(
                pod(endpoints.namespace(), address.targetKind(), address.targetName()),
                List.of(address.ip().value()),
                ready,
                ready,
                false,
                text(address.hostname()),
                text(address.nodeName()),
                null,
                address.at()));
      }
    }
  }

  private static Slice.Port port(EndpointSlice.SlicePort port) {
    Located<Integer> number = port.number();
    return new Slice.Port(
        port.name().value(),
        number == null ? null : number.value(),
        port.protocol().value(),
        port.at());
  }

  private @Nullable NetworkPod pod(String namespace, String kind, @Nullable Located<String> name) {
    return name == null || !kind.equals("Pod") ? null : pods.get(namespace + "/" + name.value());
  }

  private static @Nullable String text(@Nullable Located<String> value) {
    return value == null ? null : value.value();
  }

  private static List<String> texts(List<Located<String>> values) {
    List<String> texts = new ArrayList<>(values.size());
    for (Located<String> value : values) {
      texts.add(value.value());
    }
    return texts;
  }
}
