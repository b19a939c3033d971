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
        Read.string(root, "addressType", "IPv4"),
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
    boolean ready = Read.flag(conditions, "ready", true).value();
    Field target = item.get("targetRef");
    return new EndpointSlice.Endpoint(
        item,
        Read.strings(item, "addresses"),
        ready,
        Read.flag(conditions, "serving", ready).value(),
        Read.flag(conditions, "terminating", false).value(),
        Read.text(item, "hostname"),
        Read.text(item, "nodeName"),
        Read.text(item, "zone"),
        target.get("kind").text(),
        Read.text(target, "name"));
  }

  private static List<Endpoints.Address> addresses(Field list) {
    List<Endpoints.Address> addresses = new ArrayList<>();
    for (Field item : list.items()) {
      Field target = item.get("targetRef");
      addresses.add(
          new Endpoints.Address(
              item,
              Read.string(item, "ip", ""),
              Read.text(item, "hostname"),
              Read.text(item, "nodeName"),
              target.get("kind").text(),
              Read.text(target, "name")));
    }
    return addresses;
  }

  private static List<EndpointSlice.SlicePort> ports(Field list) {
    List<EndpointSlice.SlicePort> ports = new ArrayList<>();
    for (Field item : list.items()) {
      ports.add(
          new EndpointSlice.SlicePort(
              item,
              Read.string(item, "name", ""),
              Read.nonZero(item, "port"),
              Read.string(item, "protocol", "TCP"),
              Read.text(item, "appProtocol")));
    }
    return ports;
  }
}
