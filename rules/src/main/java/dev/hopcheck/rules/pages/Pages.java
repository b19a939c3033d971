package dev.hopcheck.rules.pages;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rule.RulePage;

/** Makes pages of their parts. */
final class Pages {
  private Pages() {}

  static RulePage page(
      InputRule rule,
      String family,
      String summary,
      String rationale,
      String symptom,
      String mend,
      String bad,
      String good,
      String reference) {
    return new RulePage(
        rule,
        RuleDoc.of(rule)
            .family(family)
            .summary(summary)
            .rationale(rationale)
            .symptom(symptom)
            .mend(mend)
            .bad(bad)
            .good(good)
            .reference(reference)
            .build());
  }
}
