package dev.hopcheck.admission;

import dev.hopcheck.value.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How a Job takes the failure of a pod. */
final class PodFailurePolicyRules {
  private static final int MAX_RULES = 20;
  private static final int MAX_CODES = 255;

  private PodFailurePolicyRules() {}

  static void validate(Field spec, Causes causes) {
    Field rules = spec.get("podFailurePolicy").get("rules");
    if (rules.size() > MAX_RULES) {
      causes.tooMany(rules, rules.size(), MAX_RULES);
    }
    Set<String> containers = new HashSet<>();
    for (String list : new String[] {"containers", "initContainers"}) {
      for (Field container : spec.get("template").get("spec").items(list)) {
        containers.add(container.text("name"));
      }
    }
    boolean perIndex = spec.present("backoffLimitPerIndex");
    for (Field rule : rules.items()) {
      action(rule.get("action"), perIndex, causes);
      Field codes = rule.get("onExitCodes");
      Field conditions = rule.get("onPodConditions");
      if (codes.present()) {
        exitCodes(codes, containers, causes);
      }
      if (conditions.size() > 0) {
        conditions(conditions, causes);
      }
      if (codes.present() == conditions.size() > 0) {
        String detail =
            codes.present()
                ? "specifying both OnExitCodes and OnPodConditions is not supported"
                : "specifying one of OnExitCodes and OnPodConditions is required";
        causes.invalidOmitted(rule, detail);
      }
    }
  }

  private static void action(Field action, boolean perIndex, Causes causes) {
    switch (action.text()) {
      case "Count", "FailJob", "Ignore" -> {}
      case "" ->
          causes.required(action, "valid values: [\"Count\" \"FailIndex\" \"FailJob\" \"Ignore\"]");
      case "FailIndex" -> {
        if (!perIndex) {
          causes.invalid(action, "requires the backoffLimitPerIndex to be set");
        }
      }
      default -> causes.notSupported(action, "Count", "FailIndex", "FailJob", "Ignore");
    }
  }

  private static void conditions(Field list, Causes causes) {
    if (list.size() > MAX_RULES) {
      causes.tooMany(list, list.size(), MAX_RULES);
    }
    for (Field pattern : list.items()) {
      Field type = pattern.get("type");
      causes.invalidEach(type, QualifiedName.errors(type.text()));
      Field status = pattern.get("status");
      switch (status.text()) {
        // An absent status is True by default.
        case "", "True", "False", "Unknown" -> {}
        default -> causes.notSupported(status, "False", "True", "Unknown");
      }
    }
  }

  private static void exitCodes(Field codes, Set<String> containers, Causes causes) {
    Field operator = codes.get("operator");
    switch (operator.text()) {
      case "In", "NotIn" -> {}
      case "" -> causes.required(operator, "valid values: [\"In\" \"NotIn\"]");
      default -> causes.notSupported(operator, "In", "NotIn");
    }
    Field container = codes.get("containerName");
    if (container.present() && !containers.contains(container.text())) {
      causes.invalid(
          container, "must be one of the container or initContainer names in the pod template");
    }
    values(codes.get("values"), operator.text().equals("In"), causes);
  }

  private static void values(Field values, boolean in, Causes causes) {
    List<Field> items = values.items();
    if (items.isEmpty()) {
      causes.invalidBare(values, JsonText.of(values), "at least one value is required");
    } else if (items.size() > MAX_CODES) {
      causes.tooMany(values, items.size(), MAX_CODES);
    }
    boolean ordered = true;
    Set<Long> seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      long code = items.get(i).number();
      if (in && code == 0) {
        causes.invalidNumber(items.get(i), code, "must not be 0 for the In operator");
      }
      if (!seen.add(code)) {
        causes.duplicateBare(items.get(i), Long.toString(code));
      }
      ordered &= i == 0 || items.get(i - 1).number() <= code;
    }
    if (!ordered) {
      causes.invalidBare(values, JsonText.of(values), "must be ordered");
    }
  }
}
