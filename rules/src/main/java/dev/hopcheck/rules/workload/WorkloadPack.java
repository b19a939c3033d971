package dev.hopcheck.rules.workload;

import dev.hopcheck.rule.Rule;
import dev.hopcheck.rule.RulePack;
import java.util.List;

/** Rules about workloads beside each other. */
public final class WorkloadPack implements RulePack {
  @Override
  public List<Rule> rules() {
    return List.of(
        new WorkloadSelectorTemplateMismatch(),
        new TemplateWithoutLabels(),
        new WorkloadSelectorsOverlap(),
        new HostPortMultiReplica(),
        new HostPortShared(),
        new ReadinessGateWithoutController());
  }
}
