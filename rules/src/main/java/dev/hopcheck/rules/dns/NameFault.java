package dev.hopcheck.rules.dns;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.network.NetworkService;
import org.jspecify.annotations.Nullable;

/**
 * Why a host gives no address, one cause for each name.
 *
 * @param kind the cause
 * @param meant the Service that was probably meant; null where none is near
 * @param workload the workload or pod whose name was taken for a Service's; null where none was
 * @param better the name to write; empty where none is known
 */
record NameFault(
    Kind kind, @Nullable NetworkService meant, @Nullable PodSet workload, String better) {
  /** The causes. */
  enum Kind {
    /** The pod asks its node's resolver although the name is right (RES-08). */
    HOST_NETWORK,
    /** The same by {@code dnsPolicy} (RES-09, RES-10). */
    DNS_POLICY,
    /** A bare name of a Service of other namespaces (RES-07). */
    OTHER_NAMESPACE,
    /** The parts of a cluster name are missing, doubled or swapped (RES-06). */
    WRONG_SUFFIX,
    /** A pod of a StatefulSet that does not have so many (STS-05). */
    ORDINAL,
    /** A pod's name before or in place of a Service's (DNS-16). */
    POD_NAME,
    /** Nothing has the name. */
    UNRESOLVABLE
  }

  static NameFault of(Kind kind, @Nullable NetworkService meant, String better) {
    return new NameFault(kind, meant, null, better);
  }
}
