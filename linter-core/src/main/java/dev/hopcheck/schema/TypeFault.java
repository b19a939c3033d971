package dev.hopcheck.schema;

import dev.hopcheck.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * A value that cannot be decoded into its field.
 *
 * @param key the written key that leads to the value; null for items of a list
 * @param scope the innermost struct around it
 * @param cause what is wrong
 * @param message the server's words
 * @param field the field as the server names it; empty where it names none
 */
record TypeFault(
    DecodingPath path,
    YamlNode node,
    @Nullable YamlNode key,
    FieldType expected,
    Scope scope,
    Cause cause,
    String message,
    String field) {
  /** What is wrong with a value. */
  enum Cause {
    /** Another JSON type than the field's. */
    TYPE,
    /** A number beyond the field's bits, or with a fraction in an integer field. */
    NUMBER,
    /** {@code .inf} or {@code .nan}: the text cannot even be turned into JSON. */
    NO_JSON,
    /** The right JSON type, but text that the field's own format does not allow. */
    FORMAT
  }

  /**
   * Whether the server stops at this value. Types that read themselves (quantities, times,
   * int-or-string) end decoding at once and hide type errors met before; others are noted and
   * decoding goes on, so that the first one is reported in the end.
   */
  boolean stopsAtOnce() {
    return cause == Cause.NO_JSON
        || expected instanceof FieldType.Leaf leaf
            && switch (leaf) {
              case INT_OR_STRING, QUANTITY, TIME, MICRO_TIME, DURATION -> true;
              case STRING, INT32, INT64, FLOAT, BOOL, BYTES, ANY, RAW_EXTENSION -> false;
            };
  }
}
