package dev.hopcheck.network;

import dev.hopcheck.value.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names of addresses (DNS-04, DNS-08). */
final class ReverseZone {
  private final Map<String, List<DnsRecord>> names = new HashMap<>();

  ReverseZone(String domain, Collection<NetworkService> services) {
    for (NetworkService service : services) {
      String owner = service.name() + "." + service.namespace() + ".svc." + domain;
      for (IpAddress ip : service.clusterIps()) {
        names
            .computeIfAbsent(nameOf(ip), name -> new ArrayList<>(1))
            .add(new DnsRecord("", "PTR", owner, service.service()));
      }
    }
    Map<String, List<DnsRecord>> endpoints = new HashMap<>();
    for (NetworkService service : services) {
      String owner = service.name() + "." + service.namespace() + ".svc." + domain;
      for (Slice slice : service.slices()) {
        for (Endpoint endpoint : slice.endpoints()) {
          if (endpoint.ready()) {
            add(service, owner, endpoint, endpoints);
          }
        }
      }
    }
    // A cluster IP has its Service's name only, whatever else uses the address.
    for (Map.Entry<String, List<DnsRecord>> entry : endpoints.entrySet()) {
      names.putIfAbsent(entry.getKey(), entry.getValue());
    }
  }

  private static void add(
      NetworkService service,
      String owner,
      Endpoint endpoint,
      Map<String, List<DnsRecord>> endpoints) {
    for (String address : endpoint.addresses()) {
      IpAddress ip = IpAddress.parse(address).orElse(null);
      if (ip == null) {
        continue;
      }
      String name = DnsZone.label(endpoint, address) + "." + owner;
      DnsRecord record = new DnsRecord("", "PTR", name, service.service());
      List<DnsRecord> records = endpoints.computeIfAbsent(nameOf(ip), key -> new ArrayList<>(1));
      if (!records.contains(record)) {
        records.add(record);
      }
    }
  }

  /** The name to ask for, without its final dot. */
  private static String nameOf(IpAddress ip) {
    String name = ip.reverseName();
    return name.substring(0, name.length() - 1);
  }

  static boolean isReverse(String lower) {
    return lower.endsWith(".in-addr.arpa") || lower.endsWith(".ip6.arpa");
  }

  DnsAnswer answer(String name, String lower) {
    List<DnsRecord> found = names.get(lower.toLowerCase(Locale.ROOT));
    if (found == null) {
      return DnsAnswer.NOT_IN_ZONE;
    }
    List<DnsRecord> records = new ArrayList<>(found.size());
    for (DnsRecord record : found) {
      records.add(new DnsRecord(name, record.type(), record.data(), record.service()));
    }
    return DnsAnswer.of(records);
  }
}
