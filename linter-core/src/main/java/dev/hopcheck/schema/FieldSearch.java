package dev.hopcheck.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where else in an object a field of that name belongs. */
final class FieldSearch {
  /** How far below a struct a field is still meant by its bare name. */
  private static final int DEPTH = 4;

  private record Place(ObjectType type, String path, int depth) {}

  private FieldSearch() {}

  /**
   * The path of the nearest enclosing struct that has the field, and what it holds; null where none
   * has.
   */
  static @Nullable String above(String name, Scope scope) {
    Scope at = scope.parent();
    while (at != null) {
      if (at.type().field(name) != null) {
        String path = at.path().indexed();
        return path.isEmpty() ? name : path + "." + name;
      }
      at = at.parent();
    }
    return null;
  }

  /**
   * The path from a struct down to the nearest struct that has the field; null where none has.
   * Status and the metadata of inner objects are not searched: nobody moves a field there by
   * mistake.
   */
  static @Nullable String below(String name, ObjectType type) {
    Deque<Place> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    open.add(new Place(type, "", 0));
    seen.add(type.key());
    while (!open.isEmpty()) {
      Place place = open.remove();
      if (place.depth() > 0 && place.type().field(name) != null) {
        return place.path() + name;
      }
      if (place.depth() == DEPTH) {
        continue;
      }
      for (String field : place.type().fieldNames()) {
        FieldType child = place.type().field(field);
        String suffix = child instanceof FieldType.ListOf ? "[]." : ".";
        FieldType held = child instanceof FieldType.ListOf list ? list.element() : child;
        boolean searched =
            !field.equals("status") && (place.depth() == 0 || !field.equals("metadata"));
        if (searched && held instanceof FieldType.Struct struct && seen.add(struct.type().key())) {
          open.add(new Place(struct.type(), place.path() + field + suffix, place.depth() + 1));
        }
      }
    }
    return null;
  }
}
