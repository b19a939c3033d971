package dev.hopcheck.finding;

import dev.hopcheck.source.Location;

/** A change of text: the range is replaced; an empty range inserts. */
public record Edit(Location at, String replacement) {}
