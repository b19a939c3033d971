package dev.hopcheck.rules.endpoints;

import dev.hopcheck.rule.Rule;
import dev.hopcheck.rule.RulePack;
import java.util.List;

/** Rules about endpoints that are written by hand. */
public final class EndpointsPack implements RulePack {
  @Override
  public List<Rule> rules() {
    return List.of(
        new EndpointsliceMissingServiceLabel(),
        new EndpointsliceServiceMissing(),
        new EndpointslicePortNameMismatch(),
        new EndpointsNameMismatch(),
        new EndpointsOverwrittenBySelector(),
        new EndpointIpIsClusterIp(),
        new HeadlessNoSelectorNoEndpoints());
  }
}
