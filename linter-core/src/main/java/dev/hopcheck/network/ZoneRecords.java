package dev.hopcheck.network;

import dev.hopcheck.resource.ServicePort;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The records that a zone has for its Services: addresses, aliases, ports and endpoint names. */
public final class ZoneRecords {
  private ZoneRecords() {}

  /** All records in order of Service and name; reverse names are left out. */
  public static List<DnsRecord> of(Network network) {
    Set<DnsRecord> records = new LinkedHashSet<>();
    for (NetworkService service : network.services().values()) {
      String name = service.name() + "." + service.namespace() + ".svc." + network.facts().domain();
      if (service.service().isExternalName()) {
        records.addAll(network.dns().answer(name, "CNAME").records());
        continue;
      }
      ask(network, name, records);
      for (ServicePort port : service.service().ports()) {
        if (!port.nameText().isEmpty()) {
          String protocol = port.protocol().value().toLowerCase(Locale.ROOT);
          String question = "_" + port.nameText() + "._" + protocol + "." + name;
          records.addAll(network.dns().answer(question, "SRV").records());
        }
      }
      if (service.service().headless()) {
        endpoints(network, service, name, records);
      }
    }
    return new ArrayList<>(records);
  }

  private static void endpoints(
      Network network, NetworkService service, String name, Set<DnsRecord> records) {
    for (Slice slice : service.slices()) {
      for (Endpoint endpoint : slice.endpoints()) {
        for (String address : endpoint.addresses()) {
          ask(network, DnsZone.label(endpoint, address) + "." + name, records);
        }
      }
    }
  }

  private static void ask(Network network, String name, Set<DnsRecord> records) {
    records.addAll(network.dns().answer(name, "A").records());
    records.addAll(network.dns().answer(name, "AAAA").records());
  }
}
