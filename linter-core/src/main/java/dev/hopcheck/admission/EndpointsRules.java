package dev.hopcheck.admission;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.value.Dns1123Label;
import dev.hopcheck.value.Dns1123Subdomain;
import dev.hopcheck.value.QualifiedName;
import java.util.List;

/** Endpoints of v1 (spec section 14). */
final class EndpointsRules implements Validator {
  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(
        object, NameGrammar.SUBDOMAIN, ObjectMetaRules.Scope.NAMESPACED, causes);
    for (Field subset : object.root().items("subsets")) {
      boolean none = subset.size("addresses") == 0 && subset.size("notReadyAddresses") == 0;
      if (none) {
        causes
            .required(subset, "must specify `addresses` or `notReadyAddresses`")
            .headline("the subset has no addresses");
      }
      for (String list : new String[] {"addresses", "notReadyAddresses"}) {
        for (Field address : subset.items(list)) {
          address(address, facts, causes);
        }
      }
      List<Field> ports = subset.items("ports");
      for (Field port : ports) {
        port(port, ports.size() > 1, causes);
      }
    }
    ObjectMetaRules.secondPass(object, causes);
  }

  /** EP-03 to EP-06. */
  private static void address(Field address, ServerFacts facts, Causes causes) {
    Field ip = address.get("ip");
    for (String error : Addresses.errors(ip.text(), facts)) {
      causes
          .invalid(ip, error)
          .rule(InputRule.ENDPOINT_IP_INVALID)
          .headline("endpoint address `" + ip.text() + "` is no IP address");
    }
    Field hostname = address.get("hostname");
    if (!hostname.text().isEmpty()) {
      causes.invalidEach(hostname, Dns1123Label.errors(hostname.text()));
    }
    Field node = address.get("nodeName");
    if (node.present()) {
      causes.invalidEach(node, Dns1123Subdomain.errors(node.text()));
    }
    Addresses.notSpecial(ip, InputRule.ENDPOINT_IP_INVALID, causes);
  }

  /** EP-07 to EP-10. */
  private static void port(Field port, boolean nameNeeded, Causes causes) {
    Field name = port.get("name");
    if (!name.text().isEmpty()) {
      causes.invalidEach(name, Dns1123Label.errors(name.text()));
    } else if (nameNeeded) {
      causes
          .required(name, "")
          .rule(InputRule.MULTI_PORT_UNNAMED)
          .headline("a subset with several ports must name each of them");
    }
    PortRules.number(port.get("port"), "endpoint port", causes);
    PortRules.protocol(port.get("protocol"), causes);
    Field appProtocol = port.get("appProtocol");
    if (appProtocol.present()) {
      causes.invalidEach(appProtocol, QualifiedName.errors(appProtocol.text()));
    }
  }
}
