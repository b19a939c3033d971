package dev.hopcheck.network;

import dev.hopcheck.resource.Service;
import org.jspecify.annotations.Nullable;

/**
 * A record of an answer.
 *
 * @param name the owner, spelled as asked
 * @param type such as {@code A}
 * @param data in zone file form, names without a final dot
 * @param service the Service that gives it; null for records of the zone itself and of addresses
 */
public record DnsRecord(String name, String type, String data, @Nullable Service service) {}
