package dev.hopcheck.rules.externalname;

import dev.hopcheck.rule.Rule;
import dev.hopcheck.rule.RulePack;
import java.util.List;

/** Rules about aliases. */
public final class ExternalNamePack implements RulePack {
  @Override
  public List<Rule> rules() {
    return List.of(
        new ExternalNameWithoutType(),
        new ExternalNameIsIp(),
        new ExternalNameBareName(),
        new ExternalNameDangling(),
        new ExternalNameLoop(),
        new ExternalNameIgnoredFields());
  }
}
