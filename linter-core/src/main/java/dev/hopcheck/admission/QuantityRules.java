package dev.hopcheck.admission;

import dev.hopcheck.value.Quantity;
import org.jspecify.annotations.Nullable;

/** Signs of resource amounts. What cannot be read as an amount is refused while decoding. */
final class QuantityRules {
  private QuantityRules() {}

  /** The amount of a field; null where it is absent or cannot be read. */
  static @Nullable Quantity of(Field field) {
    return field.text().isEmpty() ? null : Quantity.decode(field.text()).value();
  }

  /** Must not be below zero. */
  static void notNegative(Field field, Causes causes) {
    Quantity amount = of(field);
    if (amount != null && amount.signum() < 0) {
      causes.invalidString(field, amount.toString(), "must be greater than or equal to 0");
    }
  }

  /** Must be above zero, in words that differ from field to field. */
  static boolean positive(Field field, String detail, Causes causes) {
    Quantity amount = of(field);
    if (amount == null || amount.signum() > 0) {
      return true;
    }
    causes.invalidString(field, amount.toString(), detail);
    return false;
  }

  /** Must be a whole number, as a count is. */
  static void whole(Field field, Causes causes) {
    Quantity amount = of(field);
    if (amount != null && !amount.isInteger()) {
      causes.invalidString(field, amount.toString(), "must be an integer");
    }
  }
}
