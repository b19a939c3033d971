package dev.hopcheck.rules.statefulset;

import dev.hopcheck.rule.Rule;
import dev.hopcheck.rule.RulePack;
import java.util.List;

/** Rules about StatefulSets and their Services. */
public final class StatefulsetPack implements RulePack {
  @Override
  public List<Rule> rules() {
    return List.of(
        new StatefulsetServiceMissing(),
        new StatefulsetServiceNotSelecting(),
        new StatefulsetServiceNotHeadless());
  }
}
