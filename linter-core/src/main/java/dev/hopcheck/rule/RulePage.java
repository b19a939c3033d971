package dev.hopcheck.rule;

import dev.hopcheck.finding.InputRule;

/**
 * The page of something that is found while reading or admitting a document: documentation without
 * a check.
 */
public record RulePage(InputRule rule, RuleDoc doc) {
  public RulePage {
    if (!rule.id().equals(doc.id()) || rule.severity() != doc.severity()) {
      throw new IllegalArgumentException("page " + doc.id() + " does not belong to " + rule.id());
    }
  }
}
