package dev.hopcheck.admission;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.value.Dns1123Label;
import dev.hopcheck.value.Dns1123Subdomain;
import dev.hopcheck.value.Fault;
import dev.hopcheck.value.Fqdn;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import dev.hopcheck.value.LabelValue;
import dev.hopcheck.value.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** EndpointSlice of discovery.k8s.io/v1 (spec section 15). */
final class EndpointSliceRules implements Validator {
  private static final int MAX_ENDPOINTS = 1000;
  private static final int MAX_ADDRESSES = 100;
  private static final int MAX_HINTS = 8;
  private static final int MAX_PORTS = 20000;

  /** From this release on addresses are compared as IP text, and IPv6 must be canonical. */
  private static final int CANONICAL_SINCE = 33;

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(
        object, NameGrammar.SUBDOMAIN, ObjectMetaRules.Scope.NAMESPACED, causes);
    Field type = object.root().get("addressType");
    switch (type.text()) {
      case "IPv4", "IPv6", "FQDN" -> {}
      case "" -> causes.required(type, "").headline("the slice does not say its `addressType`");
      default -> causes.notSupported(type, "FQDN", "IPv4", "IPv6");
    }
    endpoints(object.root().get("endpoints"), type.text(), facts, causes);
    ports(object.root().get("ports"), causes);
    ObjectMetaRules.secondPass(object, causes);
  }

  private static void endpoints(Field list, String type, ServerFacts facts, Causes causes) {
    if (list.size() > MAX_ENDPOINTS) {
      causes.tooMany(list, list.size(), MAX_ENDPOINTS);
      return;
    }
    for (Field endpoint : list.items()) {
      Field addresses = endpoint.get("addresses");
      if (addresses.size() == 0) {
        causes
            .required(addresses, "must contain at least 1 address")
            .headline("the endpoint has no address");
      } else if (addresses.size() > MAX_ADDRESSES) {
        causes.tooMany(addresses, addresses.size(), MAX_ADDRESSES);
      }
      for (Field address : addresses.items()) {
        address(address, addresses, type, facts, causes);
      }
      Field node = endpoint.get("nodeName");
      if (node.present()) {
        causes.invalidEach(node, Dns1123Subdomain.errors(node.text()));
      }
      Field hostname = endpoint.get("hostname");
      if (hostname.present()) {
        causes.invalidEach(hostname, Dns1123Label.errors(hostname.text()));
      }
      hints(endpoint.get("hints"), facts, causes);
    }
  }

  /** ES-08 to ES-12; with an unknown type addresses are not looked at. */
  private static void address(
      Field address, Field list, String type, ServerFacts facts, Causes causes) {
    switch (type) {
      case "IPv4" -> ip(address, list, IpFamily.IPV4, facts, causes);
      case "IPv6" -> ip(address, list, IpFamily.IPV6, facts, causes);
      case "FQDN" -> {
        if (address.text().isEmpty()) {
          causes.required(address, "");
          return;
        }
        for (Fault fault : Fqdn.faults(address.text())) {
          causes
              .invalid(address, fault.value(), fault.text())
              .rule(InputRule.ENDPOINT_IP_INVALID)
              .headline("`" + address.text() + "` is no fully qualified DNS name");
        }
      }
      default -> {}
    }
  }

  private static void ip(
      Field address, Field list, IpFamily family, ServerFacts facts, Causes causes) {
    boolean canonical = facts.version().isAtLeast(CANONICAL_SINCE);
    List<String> errors =
        canonical && family == IpFamily.IPV6
            ? IpAddress.canonicalErrors(address.text())
            : Addresses.errors(address.text(), facts);
    for (String error : errors) {
      Cause cause =
          causes
              .invalid(address, error)
              .rule(InputRule.ENDPOINT_IP_INVALID)
              .headline("`" + address.text() + "` is no address of an EndpointSlice");
      IpAddress.parse(address.text())
          .ifPresent(read -> cause.note("write `" + read + "`").replaceValue(read.toString()));
    }
    if (canonical && !errors.isEmpty()) {
      return;
    }
    IpAddress read = IpAddress.parse(address.text()).orElse(null);
    if (read != null && read.family() != family) {
      String name = family == IpFamily.IPV4 ? "IPv4" : "IPv6";
      Cause cause =
          causes
              .invalid(address, "must be an " + name + " address")
              .rule(InputRule.ENDPOINT_IP_INVALID)
              .headline("`" + address.text() + "` is no " + name + " address");
      if (canonical) {
        cause.path(list.path());
      }
    }
    if (read != null) {
      Addresses.notSpecial(address, InputRule.ENDPOINT_IP_INVALID, causes);
    }
  }

  /** ES-15 to ES-17. */
  private static void hints(Field hints, ServerFacts facts, Causes causes) {
    Field zones = hints.get("forZones");
    Field nodes = hints.get("forNodes");
    if (zones.size() > MAX_HINTS) {
      causes.tooMany(zones, zones.size(), MAX_HINTS);
      return;
    }
    hintNames(zones, false, causes);
    if (!facts.version().isAtLeast(34)) {
      return;
    }
    if (nodes.size() > MAX_HINTS) {
      causes.tooMany(nodes, nodes.size(), MAX_HINTS);
      return;
    }
    hintNames(nodes, true, causes);
  }

  private static void hintNames(Field list, boolean nodes, Causes causes) {
    Set<String> seen = new HashSet<>();
    for (Field hint : list.items()) {
      Field name = hint.get("name");
      if (!seen.add(name.text())) {
        causes.duplicate(name, name.text());
      }
      causes.invalidEach(
          name, nodes ? Dns1123Subdomain.errors(name.text()) : LabelValue.errors(name.text()));
    }
  }

  /** ES-18 to ES-23: numbers are not checked at all. */
  private static void ports(Field list, Causes causes) {
    if (list.size() > MAX_PORTS) {
      causes.tooMany(list, list.size(), MAX_PORTS);
      return;
    }
    Set<String> names = new HashSet<>();
    for (Field port : list.items()) {
      Field name = port.get("name");
      if (!name.text().isEmpty()) {
        causes.invalidEach(name, Dns1123Label.errors(name.text()));
      }
      if (!names.add(name.text())) {
        causes
            .duplicate(name, name.text())
            .headline(
                name.text().isEmpty()
                    ? "two ports of the slice have no name"
                    : "two ports of the slice are named `" + name.text() + "`");
      }
      PortRules.protocol(port.get("protocol"), causes);
      Field appProtocol = port.get("appProtocol");
      if (appProtocol.present()) {
        causes.invalidEach(appProtocol, QualifiedName.errors(appProtocol.text()));
      }
    }
  }
}
