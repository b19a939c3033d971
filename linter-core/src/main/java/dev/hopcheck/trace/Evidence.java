package dev.hopcheck.trace;

import dev.hopcheck.source.Location;

/** A place in a manifest that decided a step, and what it says. */
public record Evidence(Location at, String text) {}
