package dev.hopcheck.resource;

import dev.hopcheck.source.Location;

/**
 * A value of a manifest and where it is written.
 *
 * @param value the value; of no meaning where {@code unknown} holds and it is no text
 * @param field the field as the server writes it, such as {@code spec.ports[0].targetPort}
 * @param at the scalar, or the nearest written parent's key where the value is a default
 * @param written whether the manifest says it, as opposed to a default
 * @param unknown whether something fills the value in before it is sent, or the server refuses its
 *     type
 */
public record Located<T>(T value, String field, Location at, boolean written, boolean unknown) {
  /** A value that is known. */
  public Located(T value, String field, Location at, boolean written) {
    this(value, field, at, written, false);
  }

  /** Whether the value is what a cluster would see. */
  public boolean known() {
    return !unknown;
  }

  /** Another value of the same place. */
  public <R> Located<R> with(R other) {
    return new Located<>(other, field, at, written, unknown);
  }
}
