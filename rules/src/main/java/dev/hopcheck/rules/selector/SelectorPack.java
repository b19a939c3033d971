package dev.hopcheck.rules.selector;

import dev.hopcheck.rule.Rule;
import dev.hopcheck.rule.RulePack;
import java.util.List;

/** Rules about what Services select. */
public final class SelectorPack implements RulePack {
  @Override
  public List<Rule> rules() {
    return List.of(
        new SelectorMatchesNothing(),
        new SelectorInOtherNamespace(),
        new SelectorMissing(),
        new SelectorTooBroad(),
        new SelectorIncludesJobPods(),
        new SelectsOnlyJobs(),
        new SelectsOnlyZeroReplicas());
  }
}
