package dev.hopcheck.yaml;

import org.jspecify.annotations.Nullable;

/**
 * What Kubernetes' parser makes of a scalar (spec section 5.3).
 *
 * @param type the JSON type
 * @param text the value in JSON's form without quotes: {@code 0x1F} is "31", {@code 80.0} and
 *     {@code 8e1} are "80", {@code yes} is "true"; null is empty
 */
public record Scalar(Type type, String text) {
  /** JSON types; numbers are split by whether they have a fraction. */
  public enum Type {
    STRING,
    /** A number without fraction, of any size. */
    INTEGER,
    /** A number with a fraction. */
    FLOAT,
    BOOLEAN,
    NULL,
    /** {@code .inf} and {@code .nan}: there is no JSON form, and clients refuse the document. */
    UNSUPPORTED
  }

  // By hand: what Java makes of a record when it is first compared costs a short run much.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Scalar that && type == that.type && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return 31 * type.ordinal() + text.hashCode();
  }

  /** Whether the value is a JSON string. */
  public boolean isString() {
    return type == Type.STRING;
  }

  /** Whether the value is absent for Kubernetes (DEC-17). */
  public boolean isNull() {
    return type == Type.NULL;
  }
}
