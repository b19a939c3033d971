package dev.hopcheck.admission;

import org.jspecify.annotations.Nullable;

/** The written members of one mapping, found by name; most names that a rule asks for are not. */
final class Members {
  private static final Members NONE = new Members(new Field[0]);

  private final Field[] written;

  /** A bit for the hash of each name; names whose bit is absent need not be looked for. */
  private final long bits;

  private Members(Field[] written) {
    this.written = written;
    long bits = 0;
    for (Field field : written) {
      bits |= 1L << field.name().hashCode();
    }
    this.bits = bits;
  }

  /** The members of a field; none where it is no mapping. */
  static Members of(Field field) {
    Field[] written = FieldParts.members(field);
    return written.length == 0 ? NONE : new Members(written);
  }

  /** The member of that name; null where it is not written. */
  @SuppressWarnings("ReferenceEquality")
  @Nullable Field find(String name) {
    if ((bits & 1L << name.hashCode()) == 0) {
      return null;
    }
    for (Field field : written) {
      String own = field.name();
      if (own == name || own.length() == name.length() && own.equals(name)) {
        return field;
      }
    }
    return null;
  }
}
