package dev.hopcheck.cluster;

import dev.hopcheck.resource.Located;

/**
 * A pair of a selector that an operator, or the pods themselves at run time, put on pods.
 *
 * @param who in words for a note, such as "the Prometheus operator"
 */
public record OperatorLabel(String key, Located<String> value, String who) {}
