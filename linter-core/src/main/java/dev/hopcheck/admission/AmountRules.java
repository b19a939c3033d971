package dev.hopcheck.admission;

import dev.hopcheck.value.Percent;
import java.util.OptionalInt;

/** A number of pods or a share of them, such as {@code minAvailable} (WL-13). */
final class AmountRules {
  private static final int WHOLE = 100;

  private AmountRules() {}

  /** Checks a written value: a number from 0 on, or a percentage up to 100. */
  static void validate(Field amount, Causes causes) {
    if (!amount.isString()) {
      if (amount.number() < 0) {
        causes.negative(amount);
      }
      return;
    }
    causes.invalidEach(amount, Percent.errors(amount.text()));
    OptionalInt percent = Percent.parse(amount.text());
    if (percent.isPresent() && percent.getAsInt() > WHOLE) {
      causes
          .invalid(amount, "must not be greater than 100%")
          .headline("`" + amount.text() + "` is more than all pods");
    }
  }
}
