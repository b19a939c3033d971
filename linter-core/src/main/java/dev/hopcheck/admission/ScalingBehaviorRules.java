package dev.hopcheck.admission;

import java.util.List;

/** How fast a HorizontalPodAutoscaler may scale in one direction. */
final class ScalingBehaviorRules {
  private static final int MAX_WINDOW = 3600;
  private static final int MAX_PERIOD = 1800;
  private static final List<String> SELECTIONS = List.of("Disabled", "Max", "Min");
  private static final List<String> TYPES = List.of("Percent", "Pods");

  /** Release from which on the tolerance is not dropped. */
  private static final int FIRST_WITH_TOLERANCE = 35;

  private ScalingBehaviorRules() {}

  static void validate(Field rules, ServerFacts facts, Causes causes) {
    Field window = rules.get("stabilizationWindowSeconds");
    if (window.number() < 0) {
      causes.invalidNumber(window, window.number(), "must be greater than or equal to zero");
    }
    if (window.number() > MAX_WINDOW) {
      causes.invalidNumber(window, window.number(), "must be less than or equal to " + MAX_WINDOW);
    }
    Field selection = rules.get("selectPolicy");
    if (selection.written() && !SELECTIONS.contains(selection.text())) {
      causes.notSupported(selection, SELECTIONS);
    }
    // Absent policies get defaults, an empty list does not.
    Field policies = rules.get("policies");
    if (policies.written() && policies.size() == 0) {
      causes.required(policies, "must specify at least one Policy");
    }
    for (Field policy : policies.items()) {
      policy(policy, causes);
    }
    if (facts.version().isAtLeast(FIRST_WITH_TOLERANCE)) {
      QuantityRules.notNegative(rules.get("tolerance"), causes);
    }
  }

  private static void policy(Field policy, Causes causes) {
    Field type = policy.get("type");
    if (!TYPES.contains(type.text())) {
      causes.notSupported(type, TYPES);
    }
    Field value = policy.get("value");
    if (value.number() <= 0) {
      causes.invalidNumber(value, value.number(), "must be greater than zero");
    }
    Field period = policy.get("periodSeconds");
    if (period.number() <= 0) {
      causes.invalidNumber(period, period.number(), "must be greater than zero");
    }
    if (period.number() > MAX_PERIOD) {
      causes.invalidNumber(period, period.number(), "must be less than or equal to " + MAX_PERIOD);
    }
  }
}
