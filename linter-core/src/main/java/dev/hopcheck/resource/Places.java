package dev.hopcheck.resource;

import dev.hopcheck.admission.Field;
import dev.hopcheck.admission.Place;
import dev.hopcheck.source.Location;

/** Places other than those of a field that is written. */
final class Places {
  private Places() {}

  /** A place that is known. */
  record Fixed(String path, Location location) implements Place {}

  /** A member, be it written or not; of one that is not, the owner is pointed at. */
  record Member(Field owner, String member) implements Place {
    @Override
    public String path() {
      return owner.get(member).path();
    }

    @Override
    public Location location() {
      return owner.get(member).location();
    }
  }

  /** An entry of a map of labels: the map is named, the value is pointed at. */
  record Entry(Field map, Field value) implements Place {
    @Override
    public String path() {
      return map.path();
    }

    @Override
    public Location location() {
      return value.location();
    }
  }

  /** A field that is pointed at by its key. */
  record Key(Field field) implements Place {
    @Override
    public String path() {
      return field.path();
    }

    @Override
    public Location location() {
      return field.keyLocation();
    }
  }

  /** A default that another value decides: the one is named, the other is pointed at. */
  record Derived(Place named, Place from) implements Place {
    @Override
    public String path() {
      return named.path();
    }

    @Override
    public Location location() {
      return from.location();
    }
  }
}
