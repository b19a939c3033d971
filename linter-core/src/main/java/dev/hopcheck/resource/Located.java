package dev.hopcheck.resource;

import dev.hopcheck.admission.Place;
import dev.hopcheck.source.Location;

/**
 * A value of a manifest and where it is written.
 *
 * @param value the value; of no meaning where {@code unknown} holds and it is no text
 * @param place its field, and the scalar or the nearest written parent's key where it is a default
 * @param written whether the manifest says it, as opposed to a default
 * @param unknown whether something fills the value in before it is sent, or the server refuses its
 *     type
 */
public record Located<T>(T value, Place place, boolean written, boolean unknown) implements Placed {
  /** A value that is known, at a place that is known. */
  public Located(T value, String field, Location at, boolean written) {
    this(value, field, at, written, false);
  }

  /** A value at a place that is known. */
  public Located(T value, String field, Location at, boolean written, boolean unknown) {
    this(value, new Places.Fixed(field, at), written, unknown);
  }

  /** Whether the value is what a cluster would see. */
  public boolean known() {
    return !unknown;
  }

  /** Another value of the same place. */
  public <R> Located<R> with(R other) {
    return new Located<>(other, place, written, unknown);
  }
}
