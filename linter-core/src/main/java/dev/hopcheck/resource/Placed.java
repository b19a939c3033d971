package dev.hopcheck.resource;

import dev.hopcheck.admission.Place;
import dev.hopcheck.source.Location;

/** Something that stands in a manifest. */
public interface Placed {
  /** Where it stands. */
  Place place();

  /** The field as the server writes it, such as {@code spec.ports[0].targetPort}. */
  default String field() {
    return place().path();
  }

  /** The scalar or key to point at: of what is not written, the nearest written parent's key. */
  default Location at() {
    return place().location();
  }
}
