package dev.hopcheck.admission;

import dev.hopcheck.schema.KubernetesVersion;
import org.jspecify.annotations.Nullable;

/**
 * What the verdict depends on beside the object (spec section 20).
 *
 * @param version the release whose rules hold
 * @param nodePortFirst first of the node port range
 * @param nodePortLast last of the node port range
 * @param ipv4 whether Services can have IPv4 addresses
 * @param ipv6 whether Services can have IPv6 addresses; null means unknown, then nothing is refused
 *     for it
 * @param serviceCidr the Service range, such as {@code 10.96.0.0/12}; null means unknown
 */
public record ServerFacts(
    KubernetesVersion version,
    int nodePortFirst,
    int nodePortLast,
    boolean ipv4,
    @Nullable Boolean ipv6,
    @Nullable String serviceCidr) {
  /** A server of that version with default flags, whose families are not known. */
  public static ServerFacts of(KubernetesVersion version) {
    return new ServerFacts(version, 30000, 32767, true, null, null);
  }
}
