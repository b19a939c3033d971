package dev.hopcheck.admission;

import dev.hopcheck.value.Dns1035Label;
import dev.hopcheck.value.Dns1123Label;
import dev.hopcheck.value.Dns1123Subdomain;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.NamePrefix;
import dev.hopcheck.value.PathSegment;
import java.util.List;

/** Which names a kind takes (spec section 3). */
enum NameGrammar {
  /** Most kinds. */
  SUBDOMAIN,
  /** ReplicationController from 1.35 on, which lets any {@code generateName} pass. */
  SUBDOMAIN_ANY_PREFIX,
  /** StatefulSet, Namespace, Service from 1.36 on. */
  LABEL,
  /** Service up to 1.35. */
  LABEL_1035,
  /** RBAC kinds: anything that fits into a URL's path. */
  PATH_SEGMENT,
  /** IPAddress: the canonical text of an address. */
  IP_ADDRESS;

  /** What the server says about a name; empty when it is accepted. */
  List<String> errors(String name) {
    return switch (this) {
      case SUBDOMAIN, SUBDOMAIN_ANY_PREFIX -> Dns1123Subdomain.errors(name);
      case LABEL -> Dns1123Label.errors(name);
      case LABEL_1035 -> Dns1035Label.errors(name);
      case PATH_SEGMENT -> PathSegment.errors(name);
      case IP_ADDRESS -> IpAddress.canonicalErrors(name);
    };
  }

  /** The same of a {@code generateName}, to which an ending will be added (META-03). */
  List<String> prefixErrors(String prefix) {
    return switch (this) {
      case SUBDOMAIN_ANY_PREFIX -> List.of();
      case PATH_SEGMENT -> PathSegment.prefixErrors(prefix);
      default -> errors(NamePrefix.masked(prefix));
    };
  }
}
