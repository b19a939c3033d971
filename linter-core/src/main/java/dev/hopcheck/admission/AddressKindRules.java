package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import dev.hopcheck.value.Cidr;
import dev.hopcheck.value.Dns1123Subdomain;
import dev.hopcheck.value.IpFamily;
import dev.hopcheck.value.PathSegment;
import java.util.List;
import java.util.Optional;

/**
 * What the server checks of an IPAddress and a ServiceCIDR (networking.k8s.io): CID-01 to CID-04.
 */
final class AddressKindRules {
  private AddressKindRules() {}

  /** CID-01 and CID-02; the server's own controllers write these objects. */
  static void ipAddress(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.IP_ADDRESS, Scope.CLUSTER, causes);
    Field parent = object.root().get("spec", "parentRef");
    if (!parent.written()) {
      causes.required(parent, "");
      return;
    }
    Field group = parent.get("group");
    if (!group.text().isEmpty()) {
      causes.invalidEach(group, Dns1123Subdomain.errors(group.text()));
    }
    LocalReferenceRules.requiredSegment(parent.get("resource"), causes);
    LocalReferenceRules.requiredSegment(parent.get("name"), causes);
    Field namespace = parent.get("namespace");
    causes.invalidEach(namespace, PathSegment.errors(namespace.text()));
  }

  /** CID-03 and CID-04: one range, or one of each family. */
  static void serviceCidr(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.SUBDOMAIN, Scope.CLUSTER, causes);
    Field ranges = object.root().get("spec", "cidrs");
    List<Field> items = ranges.items();
    if (items.isEmpty()) {
      causes.required(ranges, "at least one CIDR required");
      return;
    }
    if (items.size() > 2) {
      causes.invalidBare(ranges, JsonText.of(ranges), "may only hold up to 2 values");
      return;
    }
    for (Field item : items) {
      causes.invalidEach(item, Cidr.canonicalErrors(item.text()));
    }
    Optional<IpFamily> first = Cidr.parse(items.get(0).text()).map(Cidr::family);
    Optional<IpFamily> last = Cidr.parse(items.get(items.size() - 1).text()).map(Cidr::family);
    if (items.size() == 2 && first.isPresent() && first.equals(last)) {
      causes.invalidBare(
          ranges,
          JsonText.of(ranges),
          "may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and"
              + " 2001:db8::/64");
    }
  }
}
