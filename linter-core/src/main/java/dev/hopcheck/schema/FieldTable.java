package dev.hopcheck.schema;

import org.jspecify.annotations.Nullable;

/**
 * The fields of a struct by name. Keys of manifests are mostly the same strings as the names here,
 * so that looking costs one comparison of references.
 */
final class FieldTable {
  private final @Nullable String[] names;
  private final TypeLine.@Nullable Field[] fields;
  private final int mask;

  /** A table that holds at most so many fields. */
  FieldTable(int most) {
    int size = 8;
    while (size < 2 * most) {
      size *= 2;
    }
    names = new String[size];
    fields = new TypeLine.Field[size];
    mask = size - 1;
  }

  void put(String name, TypeLine.Field field) {
    int at = place(name);
    names[at] = name.intern();
    fields[at] = field;
  }

  TypeLine.@Nullable Field get(String name) {
    return fields[place(name)];
  }

  /** Where the name stands, or the free place at which it would stand. */
  @SuppressWarnings("ReferenceEquality")
  private int place(String name) {
    int hash = name.hashCode();
    int at = (hash ^ hash >>> 16) & mask;
    String there = names[at];
    while (there != null && there != name && !there.equals(name)) {
      at = (at + 1) & mask;
      there = names[at];
    }
    return at;
  }
}
