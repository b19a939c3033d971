package dev.hopcheck.admission;

import dev.hopcheck.value.LabelValue;
import java.util.List;

/** Taints that a pod puts up with. */
final class TolerationRules {
  private TolerationRules() {}

  static void validate(Field list, Causes causes) {
    for (Field toleration : list.items()) {
      Field key = toleration.get("key");
      Field operator = toleration.get("operator");
      Field effect = toleration.get("effect");
      if (!key.text().isEmpty()) {
        LabelRules.key(key, causes);
      } else if (!operator.text().equals("Exists")) {
        causes.invalid(
            operator,
            "operator must be Exists when `key` is empty, which means \"match all values and all"
                + " keys\"");
      }
      boolean timed = toleration.present("tolerationSeconds");
      if (timed && !effect.text().equals("NoExecute")) {
        causes.invalid(effect, "effect must be 'NoExecute' when `tolerationSeconds` is set");
      }
      operator(toleration, causes);
      switch (effect.text()) {
        case "", "NoSchedule", "PreferNoSchedule", "NoExecute" -> {}
        default -> causes.notSupported(effect, "NoSchedule", "PreferNoSchedule", "NoExecute");
      }
    }
  }

  /** What is wrong with the value is said of the operator. */
  private static void operator(Field toleration, Causes causes) {
    Field operator = toleration.get("operator");
    Field value = toleration.get("value");
    switch (operator.text()) {
      case "", "Equal" -> {
        List<String> errors = LabelValue.errors(value.text());
        if (!errors.isEmpty()) {
          causes
              .invalid(operator, value.text(), String.join(";", errors))
              .at(value.location())
              .about(value);
        }
      }
      case "Exists" -> {
        if (!value.text().isEmpty()) {
          causes
              .invalid(operator, value.text(), "value must be empty when `operator` is 'Exists'")
              .at(value.location())
              .about(value);
        }
      }
      // Known, but not switched on by default.
      case "Gt", "Lt" -> causes.notSupported(operator, "Equal", "Exists", "Gt", "Lt");
      default -> causes.notSupported(operator, "Equal", "Exists");
    }
  }
}
