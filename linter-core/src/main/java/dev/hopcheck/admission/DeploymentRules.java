package dev.hopcheck.admission;

/** Deployment of apps/v1 (spec section 12). */
final class DeploymentRules implements Validator {
  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(
        object, NameGrammar.SUBDOMAIN, ObjectMetaRules.Scope.NAMESPACED, causes);
    Field spec = object.root().get("spec");
    RolloutRules.count(spec.get("replicas"), causes);
    ReplicaSetRules.selectorAndTemplate(spec, facts, causes);
    RolloutRules.deployment(spec.get("strategy"), causes);
    RolloutRules.count(spec.get("minReadySeconds"), causes);
    RolloutRules.count(spec.get("revisionHistoryLimit"), causes);
    deadline(spec, causes);
    ObjectMetaRules.secondPass(object, causes);
  }

  /** WL-12. */
  private static void deadline(Field spec, Causes causes) {
    Field deadline = spec.get("progressDeadlineSeconds");
    RolloutRules.count(deadline, causes);
    if (deadline.number() <= spec.number("minReadySeconds")) {
      causes
          .invalidNumber(deadline, deadline.number(), "must be greater than minReadySeconds")
          .headline(
              "`progressDeadlineSeconds` is "
                  + deadline.number()
                  + ", no longer than `minReadySeconds`: the rollout could never succeed")
          .about(spec.get("minReadySeconds"));
    }
  }
}
