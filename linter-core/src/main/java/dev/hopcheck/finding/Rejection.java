package dev.hopcheck.finding;

import org.jspecify.annotations.Nullable;

/**
 * One cause for which an API server refuses an object.
 *
 * @param field the field as the server writes it, such as {@code spec.ports[0].nodePort}; may be
 *     empty
 * @param reason why
 * @param message the server's own words, without the field
 */
public record Rejection(String field, Reason reason, String message) {
  /** The server's word for a cause. */
  public enum Reason {
    REQUIRED("FieldValueRequired"),
    INVALID("FieldValueInvalid"),
    DUPLICATE("FieldValueDuplicate"),
    FORBIDDEN("FieldValueForbidden"),
    NOT_SUPPORTED("FieldValueNotSupported"),
    NOT_FOUND("FieldValueNotFound"),
    TOO_LONG("FieldValueTooLong"),
    TOO_MANY("FieldValueTooMany"),
    TYPE_INVALID("FieldValueTypeInvalid"),
    /** Strict decoding: the field is not part of the type. */
    UNKNOWN_FIELD("UnknownField"),
    /** Strict decoding: a key stands twice. */
    DUPLICATE_FIELD("DuplicateField"),
    /** A value cannot be decoded; the server stops there. */
    DECODING("Decoding"),
    /** The version or kind is not served. */
    NOT_SERVED("NotServed");

    private final String word;

    Reason(String word) {
      this.word = word;
    }

    /** The word as it stands in answers of the API server and in our JSON. */
    public String word() {
      return word;
    }
  }

  // By hand: what Java makes of a record when it is first compared costs a short run much.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Rejection that
        && reason == that.reason
        && field.equals(that.field)
        && message.equals(that.message);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * field.hashCode() + reason.ordinal()) + message.hashCode();
  }
}
