package dev.hopcheck.value;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a text: the value it stands for, or what the server says about it.
 *
 * @param value null exactly when there are errors
 * @param errors the server's words in its order; empty when the text was understood
 */
public record Parsed<T>(@Nullable T value, List<String> errors) {
  public Parsed {
    errors = List.copyOf(errors);
    if ((value == null) == errors.isEmpty()) {
      throw new IllegalArgumentException("neither value nor errors, or both");
    }
  }

  /** Returns a text that was understood. */
  public static <T> Parsed<T> of(T value) {
    return new Parsed<>(Objects.requireNonNull(value), List.of());
  }

  /** Returns a text that was not understood. */
  public static <T> Parsed<T> failed(String error) {
    return new Parsed<>(null, List.of(error));
  }

  /** Says whether the text was understood. */
  public boolean isOk() {
    return value != null;
  }

  /** Returns the value of a text that was understood; anything else is a bug of the caller. */
  public T get() {
    if (value == null) {
      throw new NoSuchElementException(errors.get(0));
    }
    return value;
  }

  /** Returns the first of what the server says; only for a text that was not understood. */
  public String error() {
    return errors.get(0);
  }
}
