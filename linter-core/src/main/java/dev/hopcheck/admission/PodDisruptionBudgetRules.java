package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import java.util.List;

/** What the server checks of a PodDisruptionBudget (policy/v1). */
final class PodDisruptionBudgetRules implements Validator {
  private static final List<String> EVICTION = List.of("AlwaysAllow", "IfHealthyBudget");

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    Field spec = object.root().get("spec");
    Field min = spec.get("minAvailable");
    Field max = spec.get("maxUnavailable");
    if (min.written() && max.written()) {
      causes
          .invalidBare(
              spec, JsonText.of(spec), "minAvailable and maxUnavailable cannot be both set")
          .at(max.keyLocation())
          .headline("budget has `minAvailable` and `maxUnavailable`")
          .note("keep one of them");
    }
    amount(min, causes);
    amount(max, causes);
    LabelSelectorRules.validate(spec.get("selector"), causes);
    Field eviction = spec.get("unhealthyPodEvictionPolicy");
    if (eviction.written() && !EVICTION.contains(eviction.text())) {
      causes.notSupported(eviction, EVICTION);
    }
    if (causes.isEmpty()) {
      // This kind leaves its metadata to the generic check, which comes second.
      ObjectMetaRules.generic(object, Scope.NAMESPACED, causes);
    }
  }

  private static void amount(Field amount, Causes causes) {
    if (amount.written()) {
      AmountRules.validate(amount, causes);
    }
  }
}
