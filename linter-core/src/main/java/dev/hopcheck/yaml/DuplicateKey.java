package dev.hopcheck.yaml;

import dev.hopcheck.source.Location;

/**
 * A key that stands twice in one mapping; Kubernetes keeps the last (DEC-10), strict decoding
 * refuses.
 *
 * @param path the field as the server writes it, such as {@code spec.ports[0].name}
 * @param key the key as JSON has it
 * @param mapping id of the mapping that holds both, the same for all its doubled keys
 * @param first where it stood before: the key, or the {@code <<} that brought it
 * @param second where it stands again
 * @param merged whether one of the two came in through {@code <<}: mostly meant, but strict
 *     decoding refuses it just so
 */
public record DuplicateKey(
    String path, String key, int mapping, Location first, Location second, boolean merged) {}
