package dev.hopcheck.rules.port;

import dev.hopcheck.rule.Rule;
import dev.hopcheck.rule.RulePack;
import java.util.List;

/** Rules about ports. */
public final class PortPack implements RulePack {
  @Override
  public List<Rule> rules() {
    return List.of(
        new NamedTargetPortNotFound(),
        new NamedTargetPortProtocolMismatch(),
        new NamedPortInInitContainer(),
        new TargetPortNotDeclared(),
        new TargetPortIsHostPort(),
        new ProtocolMismatch(),
        new DuplicatePortNameInPod(),
        new DuplicateContainerPort(),
        new ContainerBindsLocalhost());
  }
}
