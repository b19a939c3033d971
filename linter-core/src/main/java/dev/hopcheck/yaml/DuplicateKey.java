package dev.hopcheck.yaml;

import dev.hopcheck.source.Location;

/**
 * A key that stands twice in one mapping; Kubernetes keeps the last (DEC-10), strict decoding refuses.
 *
 * @param path the field as the server writes it, such as {@code spec.ports[0].name}
 * @param key the key as JSON has it
 * @param first where it stood before
 * @param second where it stands again
 */
public record DuplicateKey(String path, String key, Location first, Location second) {}
