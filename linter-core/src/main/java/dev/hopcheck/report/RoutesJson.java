package dev.hopcheck.report;

import dev.hopcheck.engine.Simulation;
import dev.hopcheck.network.DnsRecord;
import dev.hopcheck.network.Endpoint;
import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkNode;
import dev.hopcheck.network.NetworkPod;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.network.Slice;
import dev.hopcheck.network.ZoneRecords;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes routes for programs; a contract with a published schema. */
public final class RoutesJson {
  private static final int VERSION = 1;

  private RoutesJson() {}

  /** Writes all units. */
  public static void write(Simulation simulation, Appendable out) throws IOException {
    Json.write(
        json -> {
          json.open();
          json.number("version", VERSION);
          json.openList("units");
          for (Simulation.SimulatedUnit unit : simulation.units()) {
            unit(unit, json);
          }
          json.closeList();
          ProblemsJson.write(simulation.problems(), simulation.configuration(), json);
          json.close();
        },
        out);
  }

  private static void unit(Simulation.SimulatedUnit unit, Json json) {
    Network network = unit.network();
    json.open();
    json.text("root", unit.root());
    json.openList("services");
    for (NetworkService service : network.services().values()) {
      service(service, json);
    }
    json.closeList();
    json.openList("pods");
    for (NetworkPod pod : network.pods().values()) {
      json.open();
      json.text("pod", pod.id());
      json.texts("addresses", texts(pod.addresses()));
      json.text("node", pod.node() == null ? null : pod.node().name());
      json.flag("hostNetwork", pod.hostNetwork());
      json.close();
    }
    json.closeList();
    json.openList("nodes");
    for (NetworkNode node : network.nodes()) {
      json.open();
      json.text("name", node.name());
      json.texts("addresses", texts(node.addresses()));
      json.close();
    }
    json.closeList();
    json.openList("records");
    for (DnsRecord record : ZoneRecords.of(network)) {
      RecordJson.write(record, json);
    }
    json.closeList();
    json.close();
  }

  private static void service(NetworkService found, Json json) {
    Service service = found.service();
    json.open();
    json.text("namespace", found.namespace());
    json.text("name", found.name());
    json.text("type", service.type().value());
    json.flag("headless", service.headless());
    List<String> families = new ArrayList<>(2);
    for (IpFamily family : found.families()) {
      families.add(family.toString());
    }
    json.texts("ipFamilies", families);
    json.texts("clusterIPs", service.headless() ? List.of("None") : texts(found.clusterIps()));
    json.text(
        "externalName", service.externalName() == null ? null : service.externalName().value());
    json.openList("ports");
    for (ServicePort port : service.ports()) {
      json.open();
      json.text("name", port.nameText());
      json.number("port", port.port().value());
      json.text("protocol", port.protocol().value());
      json.text("targetPort", port.targetPort().value().text());
      json.numberOrNull("nodePort", port.nodePort() == null ? null : port.nodePort().value());
      json.close();
    }
    json.closeList();
    json.openList("endpoints");
    for (Slice slice : found.slices()) {
      for (Endpoint endpoint : slice.endpoints()) {
        for (String address : endpoint.addresses()) {
          if (slice.ports().isEmpty()) {
            endpoint(slice, endpoint, address, null, json);
          }
          for (Slice.Port port : slice.ports()) {
            endpoint(slice, endpoint, address, port, json);
          }
        }
      }
    }
    json.closeList();
    json.close();
  }

  private static void endpoint(
      Slice slice, Endpoint endpoint, String address, Slice.@Nullable Port port, Json json) {
    json.open();
    json.text("pod", endpoint.pod() == null ? null : endpoint.pod().id());
    json.text("address", address);
    json.text("family", slice.family());
    json.text("portName", port == null ? null : port.name());
    json.numberOrNull("port", port == null ? null : port.number());
    json.text("protocol", port == null ? null : port.protocol());
    json.flag("ready", endpoint.ready());
    json.flag("serving", endpoint.serving());
    json.flag("terminating", endpoint.terminating());
    json.text("hostname", endpoint.hostname());
    json.close();
  }

  private static List<String> texts(List<IpAddress> addresses) {
    List<String> texts = new ArrayList<>(addresses.size());
    for (IpAddress address : addresses) {
      texts.add(address.toString());
    }
    return texts;
  }
}
