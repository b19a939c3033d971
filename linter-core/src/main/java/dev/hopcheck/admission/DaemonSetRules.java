package dev.hopcheck.admission;

/** DaemonSet of apps/v1 (spec section 12); its selector may be missing, then it matches nothing. */
final class DaemonSetRules implements Validator {
  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(
        object, NameGrammar.SUBDOMAIN, ObjectMetaRules.Scope.NAMESPACED, causes);
    Field spec = object.root().get("spec");
    Field selector = spec.get("selector");
    Field template = spec.get("template");
    int before = causes.count();
    LabelSelectorRules.validate(selector, causes);
    if (causes.count() == before) {
      WorkloadSelectorRules.matches(selector, template, causes);
    }
    WorkloadSelectorRules.empty(selector, "daemonset", causes);
    PodTemplateSpecRules.validate(template, facts, causes);
    PodTemplateSpecRules.runsOn(template, "DaemonSet", causes);
    RolloutRules.count(spec.get("minReadySeconds"), causes);
    RolloutRules.daemonSet(spec.get("updateStrategy"), causes);
    RolloutRules.count(spec.get("revisionHistoryLimit"), causes);
    ObjectMetaRules.secondPass(object, causes);
  }
}
