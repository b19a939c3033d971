package dev.hopcheck.trace;

import dev.hopcheck.network.Client;

/**
 * A connection that somebody opens.
 *
 * @param to as asked
 * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}
 */
public record Flow(Client from, String to, Target target, String protocol) {}
