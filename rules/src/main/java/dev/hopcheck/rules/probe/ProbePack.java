package dev.hopcheck.rules.probe;

import dev.hopcheck.rule.Rule;
import dev.hopcheck.rule.RulePack;
import java.util.List;

/** Rules about probes. */
public final class ProbePack implements RulePack {
  @Override
  public List<Rule> rules() {
    return List.of(
        new ReadinessProbePortMismatch(),
        new LivenessProbePortMismatch(),
        new StartupProbePortMismatch(),
        new ProbePortIsServicePort());
  }
}
