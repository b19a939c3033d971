package dev.hopcheck.resource;

import dev.hopcheck.admission.Field;
import java.util.ArrayList;
import java.util.List;

/** Reads EndpointSlices and Endpoints. */
final class EndpointReader {
  private EndpointReader() {}

  static EndpointSlice slice(ResourceHead head, Field root) {
    List<EndpointSlice.Endpoint> endpoints = new ArrayList<>();
    for (Field item : root.get("endpoints").items()) {
      endpoints.add(endpoint(item));
    }
    return new EndpointSlice(
        head,
        head.labels().get(EndpointSlice.SERVICE_LABEL),
        Read.string(root.get("addressType"), "IPv4"),
        ports(root.get("ports")),
        endpoints);
  }

  static Endpoints endpoints(ResourceHead head, Field root) {
    List<Endpoints.Subset> subsets = new ArrayList<>();
    for (Field item : root.get("subsets").items()) {
      subsets.add(
          new Endpoints.Subset(
              addresses(item.get("addresses")),
              addresses(item.get("notReadyAddresses")),
              ports(item.get("ports"))));
    }
    return new Endpoints(head, subsets);
  }

  private static EndpointSlice.Endpoint endpoint(Field item) {
    Field conditions = item.get("conditions");
    boolean ready = Read.flag(conditions.get("ready"), true).value();
    Field target = item.get("targetRef");
    return new EndpointSlice.Endpoint(
        item.path(),
        item.location(),
        Read.strings(item.get("addresses")),
        ready,
        Read.flag(conditions.get("serving"), ready).value(),
        Read.flag(conditions.get("terminating"), false).value(),
        Read.text(item.get("hostname")),
        Read.text(item.get("nodeName")),
        Read.text(item.get("zone")),
        target.get("kind").text(),
        Read.text(target.get("name")));
  }

  private static List<Endpoints.Address> addresses(Field list) {
    List<Endpoints.Address> addresses = new ArrayList<>();
    for (Field item : list.items()) {
      Field target = item.get("targetRef");
      addresses.add(
          new Endpoints.Address(
              item.path(),
              item.location(),
              Read.string(item.get("ip"), ""),
              Read.text(item.get("hostname")),
              Read.text(item.get("nodeName")),
              target.get("kind").text(),
              Read.text(target.get("name"))));
    }
    return addresses;
  }

  private static List<EndpointSlice.SlicePort> ports(Field list) {
    List<EndpointSlice.SlicePort> ports = new ArrayList<>();
    for (Field item : list.items()) {
      ports.add(
          new EndpointSlice.SlicePort(
              item.path(),
              item.location(),
              Read.string(item.get("name"), ""),
              Read.nonZero(item.get("port")),
              Read.string(item.get("protocol"), "TCP"),
              Read.text(item.get("appProtocol"))));
    }
    return ports;
  }
}
