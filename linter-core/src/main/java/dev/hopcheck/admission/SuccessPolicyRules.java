package dev.hopcheck.admission;

/** When an indexed Job counts as done before all of its indexes are. */
final class SuccessPolicyRules {
  private static final int MAX_RULES = 20;
  private static final int MAX_INDEXES = 64 * 1024;

  private SuccessPolicyRules() {}

  static void validate(Field spec, Causes causes) {
    Field policy = spec.get("successPolicy");
    if (!spec.text("completionMode").equals("Indexed")) {
      causes.invalidBare(policy, JsonText.of(policy), "requires indexed completion mode");
      return;
    }
    Field rules = policy.get("rules");
    if (rules.size() == 0) {
      causes.required(
          rules, "at least one rules must be specified when the successPolicy is specified");
    }
    if (rules.size() > MAX_RULES) {
      causes.tooMany(rules, rules.size(), MAX_RULES);
    }
    for (Field rule : rules.items()) {
      rule(rule, spec.get("completions"), causes);
    }
  }

  private static void rule(Field rule, Field completions, Causes causes) {
    Field count = rule.get("succeededCount");
    Field indexes = rule.get("succeededIndexes");
    if (!count.present() && !indexes.present()) {
      causes.required(rule, "at least one of succeededCount or succeededIndexes must be specified");
    }
    if (!completions.present()) {
      return;
    }
    long total = 0;
    if (indexes.present()) {
      if (indexes.text().length() > MAX_INDEXES) {
        causes.tooLong(indexes, MAX_INDEXES);
      }
      JobIndexes parsed = JobIndexes.parse(indexes.text(), completions.number());
      total = parsed.count();
      if (!parsed.error().isEmpty()) {
        causes.invalid(indexes, "error parsing succeededIndexes: " + parsed.error());
      }
    }
    if (!count.present()) {
      return;
    }
    RolloutRules.count(count, causes);
    if (count.number() > completions.number()) {
      causes.invalidNumber(
          count,
          count.number(),
          "must be less than or equal to "
              + completions.number()
              + " (the number of specified completions)");
    }
    if (indexes.present() && count.number() > total) {
      causes.invalidNumber(
          count,
          count.number(),
          "must be less than or equal to "
              + total
              + " (the number of indexes in the specified succeededIndexes field)");
    }
  }
}
