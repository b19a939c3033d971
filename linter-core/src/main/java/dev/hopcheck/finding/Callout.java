package dev.hopcheck.finding;

import dev.hopcheck.source.Location;

/**
 * A place and what is to be said about it.
 *
 * @param at the place: a scalar or a key, never a block
 * @param text a short phrase in lower case without a final full stop; may be empty
 */
public record Callout(Location at, String text) {}
