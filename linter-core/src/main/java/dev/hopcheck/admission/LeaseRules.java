package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import dev.hopcheck.value.QualifiedName;
import java.util.List;

/** What the server checks of a Lease (coordination.k8s.io/v1). */
final class LeaseRules implements Validator {
  private static final List<String> STRATEGIES = List.of("OldestEmulationVersion");

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.generic(object, NameGrammar.SUBDOMAIN, Scope.NAMESPACED, causes);
    Field spec = object.root().get("spec");
    Field duration = spec.get("leaseDurationSeconds");
    if (duration.written() && duration.number() <= 0) {
      causes.invalidNumber(duration, duration.number(), "must be greater than 0");
    }
    Field transitions = spec.get("leaseTransitions");
    if (transitions.number() < 0) {
      causes.negative(transitions);
    }
    Field strategy = spec.get("strategy");
    if (strategy.written()) {
      strategy(strategy, causes);
    }
    Field preferred = spec.get("preferredHolder");
    if (!preferred.text().isEmpty() && strategy.text().isEmpty()) {
      causes.forbidden(preferred, "may only be specified if `strategy` is defined");
    }
  }

  /** The server names the field twice over. */
  private static void strategy(Field strategy, Causes causes) {
    String path = strategy.path() + ".strategy";
    if (strategy.text().indexOf('/') >= 0) {
      for (String error : QualifiedName.errors(strategy.text())) {
        causes.invalid(strategy, error).path(path);
      }
    } else if (!STRATEGIES.contains(strategy.text())) {
      causes.notSupported(strategy, STRATEGIES).path(path);
    }
  }
}
