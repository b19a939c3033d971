package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;

/** What the server checks of a ServiceAccount (v1): its metadata only. */
final class ServiceAccountRules implements Validator {
  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.SUBDOMAIN, Scope.NAMESPACED, causes);
  }
}
