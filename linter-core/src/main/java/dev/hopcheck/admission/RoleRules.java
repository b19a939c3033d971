package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;

/** What the server checks of a Role (rbac.authorization.k8s.io/v1). */
final class RoleRules implements Validator {
  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.PATH_SEGMENT, Scope.NAMESPACED, causes);
    for (Field rule : object.root().items("rules")) {
      PolicyRuleRules.validate(rule, true, causes);
    }
  }
}
