package dev.hopcheck.rules.dns;

import dev.hopcheck.rule.Rule;
import dev.hopcheck.rule.RulePack;
import java.util.List;

/** Rules about the names and ports by which clients look for Services. */
public final class DnsPack implements RulePack {
  @Override
  public List<Rule> rules() {
    return List.of(
        new DnsNameUnresolvable(),
        new DnsCrossNamespaceShortName(),
        new DnsWrongSuffix(),
        new DnsPodNameLookup(),
        new DnsPortMismatch(),
        new DnsPolicyHostNetwork(),
        new DnsPolicyDefaultClusterName(),
        new StatefulsetOrdinalOutOfRange(),
        new ExternalNameInClusterPort(),
        new ExternalNameHttpHost());
  }
}
