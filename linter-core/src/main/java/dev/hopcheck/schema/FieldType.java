package dev.hopcheck.schema;

/** What a field of a built-in kind holds. */
public sealed interface FieldType {
  /** Values without named parts. */
  enum Leaf implements FieldType {
    STRING,
    INT32,
    INT64,
    /** A number that may have a fraction. */
    FLOAT,
    BOOL,
    /** A number within int32, or any string (DEC-21). */
    INT_OR_STRING,
    /** A resource amount such as {@code 500m}; written as a string or a number. */
    QUANTITY,
    /** An RFC 3339 time (DEC-24). */
    TIME,
    /** An RFC 3339 time with microseconds. */
    MICRO_TIME,
    /** A Go duration such as {@code 1h30m}. */
    DURATION,
    /** Bytes in base64. */
    BYTES,
    /** Any JSON value. */
    ANY,
    /** A whole object of any kind, kept as it is. */
    RAW_EXTENSION
  }

  /** A list. */
  record ListOf(FieldType element) implements FieldType {}

  /** A map from strings that users choose. */
  record MapOf(FieldType value) implements FieldType {}

  /** A mapping with named fields. */
  record Struct(ObjectType type) implements FieldType {
    @Override
    public String toString() {
      return type.name();
    }
  }
}
