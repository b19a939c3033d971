package dev.hopcheck.value;

import java.util.List;
import java.util.OptionalInt;

/**
 * A port number, 1 to 65535.
 *
 * <p>Source: apiserver.md section 3, PORT.
 */
public final class Port {
  /** Lowest port that the server accepts; 0 means "not set" in Kubernetes. */
  public static final int MIN = 1;

  /** Highest port of TCP, UDP and SCTP: 16 bits. */
  public static final int MAX = 65535;

  private static final List<String> OUT_OF_RANGE = List.of(ServerText.inclusiveRange(MIN, MAX));

  private Port() {}

  /** Says whether the number is a port. */
  public static boolean isValid(long number) {
    return number >= MIN && number <= MAX;
  }

  /** Returns what the server says about the number; empty when it is a port. */
  public static List<String> errors(long number) {
    return isValid(number) ? List.of() : OUT_OF_RANGE;
  }

  /** Reads a port from decimal digits, as in a URL; empty when the text is anything else. */
  public static OptionalInt parse(String text) {
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!Ascii.isDigit(text.charAt(i))) {
        return OptionalInt.empty();
      }
      number = number * 10 + (text.charAt(i) - '0');
      if (number > MAX) {
        return OptionalInt.empty();
      }
    }
    return number >= MIN ? OptionalInt.of(number) : OptionalInt.empty();
  }
}
