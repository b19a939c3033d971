package dev.hopcheck.rules.service;

import dev.hopcheck.rule.Rule;
import dev.hopcheck.rule.RulePack;
import java.util.List;

/** Rules about types, addresses and traffic settings of Services. */
public final class ServicePack implements RulePack {
  @Override
  public List<Rule> rules() {
    return List.of(
        new NodePortConflict(),
        new ClusterIpConflict(),
        new HeadlessPortRemap(),
        new ExternalIpsHeadless(),
        new SessionAffinityHeadless(),
        new SessionAffinityBehindProxy(),
        new LoadBalancerNeedsImplementation(),
        new LoadBalancerMixedProtocol(),
        new LoadBalancerIpDeprecated(),
        new LoadBalancerClassUnknown(),
        new LoadBalancerSourceRangesBypassed(),
        new ExternalTrafficPolicyLocalUneven(),
        new InternalTrafficPolicyLocalWithoutDaemonset(),
        new TcpUdpSamePortApply());
  }
}
