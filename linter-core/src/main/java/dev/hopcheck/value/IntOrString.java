package dev.hopcheck.value;

import java.util.List;
import java.util.Objects;

/**
 * A field that takes a number or a text, such as {@code targetPort} or {@code maxSurge}; which of
 * the two was written matters: {@code "80"} is a name, and a bad one.
 *
 * <p>Source: DEC-21.
 */
public sealed interface IntOrString {
  /** A number, within 32 bits because the server decodes it so. */
  record Int(int value) implements IntOrString {
    @Override
    public List<String> portErrors() {
      return Port.errors(value);
    }

    @Override
    public String toString() {
      return Integer.toString(value);
    }
  }

  /** A text, kept as written. */
  record Str(String value) implements IntOrString {
    public Str {
      Objects.requireNonNull(value);
    }

    @Override
    public List<String> portErrors() {
      return PortName.errors(value);
    }

    @Override
    public String toString() {
      return value;
    }
  }

  /** Returns the number as a value. */
  static IntOrString of(int value) {
    return new Int(value);
  }

  /** Returns the text as a value. */
  static IntOrString of(String value) {
    return new Str(value);
  }

  /**
   * Returns what the server says about the value as a reference to a port, by number or by name.
   */
  List<String> portErrors();
}
