package dev.hopcheck.admission;

import dev.hopcheck.source.Location;

/**
 * Where something of a manifest stands. It is worked out when asked: hardly any value is ever
 * spoken of, and a path costs more than the value itself.
 */
public interface Place {
  /** The path as the server writes it, such as {@code spec.ports[0].nodePort}. */
  String path();

  /** The characters to point at. */
  Location location();
}
