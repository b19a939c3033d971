package dev.hopcheck.value;

import java.util.List;
import java.util.OptionalInt;

/**
 * A percentage as text, {@code 25%}, and what it comes to for a number of replicas.
 *
 * <p>Source: WL-13; wording as recorded.
 */
public final class Percent {
  private static final String MISMATCH =
      ServerText.regex(
          "a valid percent string must be a numeric string followed by an ending '%'",
          "[0-9]+%", "1%", "93%");

  private Percent() {}

  /** Returns what the server says about the text; empty when it is a percentage of any size. */
  public static List<String> errors(String text) {
    return isPercent(text) ? List.of() : List.of(MISMATCH);
  }

  /** Returns the number before the sign, at most 2^31-1; empty when the text is no percentage. */
  public static OptionalInt parse(String text) {
    if (!isPercent(text)) {
      return OptionalInt.empty();
    }
    long number = 0;
    for (int i = 0; i < text.length() - 1; i++) {
      number = Math.min(number * 10 + (text.charAt(i) - '0'), Integer.MAX_VALUE);
    }
    return OptionalInt.of((int) number);
  }

  /**
   * Returns what the value comes to: a number as it is, a percentage of the total rounded up (as
   * {@code maxSurge}) or down (as {@code maxUnavailable}); empty for any other text.
   */
  public static OptionalInt scaled(IntOrString value, int total, boolean roundUp) {
    if (value instanceof IntOrString.Int number) {
      return OptionalInt.of(number.value());
    }
    OptionalInt percent = parse(value.toString());
    if (percent.isEmpty()) {
      return percent;
    }
    long product = (long) percent.getAsInt() * total;
    long share = roundUp ? -Math.floorDiv(-product, 100L) : Math.floorDiv(product, 100L);
    return OptionalInt.of((int) Math.max(Integer.MIN_VALUE, Math.min(share, Integer.MAX_VALUE)));
  }

  private static boolean isPercent(String text) {
    int last = text.length() - 1;
    if (last < 1 || text.charAt(last) != '%') {
      return false;
    }
    for (int i = 0; i < last; i++) {
      if (!Ascii.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
