package dev.hopcheck.value;

import java.util.Objects;

/**
 * What the server says about a value of which it blames only a part.
 *
 * @param value the part that the server prints as the invalid value; the whole where it blames the
 *     whole
 * @param text the server's own words
 */
public record Fault(String value, String text) {
  public Fault {
    Objects.requireNonNull(value);
    Objects.requireNonNull(text);
  }
}
