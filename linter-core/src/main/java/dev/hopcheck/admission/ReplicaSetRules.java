package dev.hopcheck.admission;

/** ReplicaSet of apps/v1 (spec section 12). */
final class ReplicaSetRules implements Validator {
  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(
        object, NameGrammar.SUBDOMAIN, ObjectMetaRules.Scope.NAMESPACED, causes);
    Field spec = object.root().get("spec");
    RolloutRules.count(spec.get("replicas"), causes);
    RolloutRules.count(spec.get("minReadySeconds"), causes);
    selectorAndTemplate(spec, facts, causes);
    ObjectMetaRules.secondPass(object, causes);
  }

  /** What a Deployment shares with the ReplicaSets that it makes. */
  static void selectorAndTemplate(Field spec, ServerFacts facts, Causes causes) {
    Field selector = spec.get("selector");
    Field template = spec.get("template");
    if (!WorkloadSelectorRules.selector(selector, "deployment", causes)) {
      // The server does not look at the template then.
      causes
          .invalidBare(selector, JsonText.of(selector), "invalid label selector")
          .follows(causes.last());
      return;
    }
    WorkloadSelectorRules.matches(selector, template, causes);
    PodTemplateSpecRules.validate(template, facts, causes);
    PodTemplateSpecRules.runsOn(template, "ReplicaSet", causes);
  }
}
