package dev.hopcheck.admission;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.value.LabelValue;
import dev.hopcheck.value.QualifiedName;
import java.util.List;
import java.util.Map;

/** Label selectors of metav1 (spec section 13, LS-01 to LS-06). */
final class LabelSelectorRules {
  private LabelSelectorRules() {}

  /** Checks a selector; an absent one is fine here. */
  static void validate(Field selector, Causes causes) {
    if (!selector.present()) {
      return;
    }
    LabelRules.labels(selector.get("matchLabels"), selector, ".matchLabels", causes);
    for (Field expression : selector.items("matchExpressions")) {
      requirement(expression, expression.path(), causes);
    }
  }

  private static void requirement(Field expression, String path, Causes causes) {
    Field operator = expression.get("operator");
    Field values = expression.get("values");
    switch (operator.text()) {
      case "In", "NotIn" -> {
        if (values.size() == 0) {
          causes
              .required(values, "must be specified when `operator` is 'In' or 'NotIn'")
              .path(path + ".values")
              .rule(InputRule.LABEL_SELECTOR_INVALID)
              .headline("operator `" + operator.text() + "` needs values");
        }
      }
      case "Exists", "DoesNotExist" -> {
        if (values.size() > 0) {
          causes
              .forbidden(
                  values, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")
              .path(path + ".values")
              .rule(InputRule.LABEL_SELECTOR_INVALID)
              .headline("operator `" + operator.text() + "` takes no values");
        }
      }
      default ->
          causes
              .invalid(operator, "not a valid selector operator")
              .path(path + ".operator")
              .rule(InputRule.LABEL_SELECTOR_INVALID)
              .headline("`" + operator.text() + "` is no operator of a label selector")
              .note("operators are `In`, `NotIn`, `Exists` and `DoesNotExist`");
    }
    Field key = expression.get("key");
    for (String error : QualifiedName.errors(key.text())) {
      causes.invalid(key, error).path(path + ".key").rule(InputRule.LABEL_SELECTOR_INVALID);
    }
    List<Field> items = values.items();
    for (int i = 0; i < items.size(); i++) {
      for (String error : LabelValue.errors(items.get(i).text())) {
        causes
            .invalid(items.get(i), error)
            .path(path + ".values[" + i + "]")
            .rule(InputRule.LABEL_SELECTOR_INVALID);
      }
    }
  }

  /** Whether the selector names no label at all, which selects everything. */
  static boolean isEmpty(Field selector) {
    return selector.size("matchLabels") + selector.size("matchExpressions") == 0;
  }

  /** Whether the selector matches these labels; an absent one matches nothing. */
  static boolean matches(Field selector, Map<String, String> labels) {
    if (!selector.present()) {
      return false;
    }
    for (Field entry : selector.entries("matchLabels")) {
      if (!entry.text().equals(labels.get(entry.name()))) {
        return false;
      }
    }
    for (Field expression : selector.items("matchExpressions")) {
      if (!matchesExpression(expression, labels)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matchesExpression(Field expression, Map<String, String> labels) {
    String value = labels.get(expression.text("key"));
    return switch (expression.text("operator")) {
      case "In" -> value != null && holds(expression.get("values"), value);
      case "NotIn" -> value == null || !holds(expression.get("values"), value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default -> false;
    };
  }

  private static boolean holds(Field values, String value) {
    for (Field item : values.items()) {
      if (item.text().equals(value)) {
        return true;
      }
    }
    return false;
  }
}
