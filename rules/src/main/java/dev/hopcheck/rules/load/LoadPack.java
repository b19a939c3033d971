package dev.hopcheck.rules.load;

import dev.hopcheck.rule.Rule;
import dev.hopcheck.rule.RulePack;
import java.util.List;

/** Rules about what is given. */
public final class LoadPack implements RulePack {
  @Override
  public List<Rule> rules() {
    return List.of(new DuplicateObject());
  }
}
