package dev.hopcheck.admission;

/** PodTemplate of v1. */
final class PodTemplateRules implements Validator {
  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(
        object, NameGrammar.SUBDOMAIN, ObjectMetaRules.Scope.NAMESPACED, causes);
    PodTemplateSpecRules.validate(object.root().get("template"), facts, causes);
    ObjectMetaRules.secondPass(object, causes);
  }
}
