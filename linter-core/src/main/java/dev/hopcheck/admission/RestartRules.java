package dev.hopcheck.admission;

import java.util.List;

/** When a single container is started again (container restart rules, from 1.35). */
final class RestartRules {
  private static final int MAX_RULES = 20;
  private static final int MAX_EXIT_CODES = 255;

  private RestartRules() {}

  /** Of an init container the rules are looked at where it says when it is started again. */
  static void ofInit(Field container, boolean all, Causes causes) {
    Field policy = container.get("restartPolicy");
    Field rules = container.get("restartPolicyRules");
    if (policy.present() && (all || !policy.text().equals("Always"))) {
      validate(container, all, causes);
    } else if (rules.size() > 0) {
      if (policy.present()) {
        causes.forbidden(
            rules,
            "restartPolicyRules are not allowed for init containers with restart policy Always");
      } else {
        causes.required(policy, "must specify restartPolicy when restart rules are used");
      }
    }
  }

  /**
   * @param all whether a rule may ask for all containers to be started again, as from 1.36 on
   */
  static void validate(Field container, boolean all, Causes causes) {
    Field policy = container.get("restartPolicy");
    Field rules = container.get("restartPolicyRules");
    List<Field> items = rules.items();
    if (!policy.present()) {
      if (!items.isEmpty()) {
        causes.required(policy, "must specify restartPolicy when restart rules are used");
      }
    } else {
      switch (policy.text()) {
        case "Always", "Never", "OnFailure" -> {}
        default -> causes.notSupported(policy, "Always", "Never", "OnFailure");
      }
    }
    if (items.size() > MAX_RULES) {
      causes.tooMany(rules, items.size(), MAX_RULES);
    }
    for (Field rule : items) {
      rule(rule, all, causes);
    }
  }

  private static void rule(Field rule, boolean all, Causes causes) {
    Field action = rule.get("action");
    boolean restartsAll = all && action.text().equals("RestartAllContainers");
    if (!action.text().equals("Restart") && !restartsAll) {
      causes.notSupported(
          action, all ? List.of("Restart", "RestartAllContainers") : List.of("Restart"));
    }
    Field exitCodes = rule.get("exitCodes");
    if (!exitCodes.present()) {
      causes.required(exitCodes, "must be specified");
      return;
    }
    Field operator = exitCodes.get("operator");
    if (!operator.text().equals("In") && !operator.text().equals("NotIn")) {
      causes.notSupported(operator, "In", "NotIn");
    }
    Field values = exitCodes.get("values");
    if (values.size() > MAX_EXIT_CODES) {
      causes.tooMany(values, values.size(), MAX_EXIT_CODES);
    }
  }
}
