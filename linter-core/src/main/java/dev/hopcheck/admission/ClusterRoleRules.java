package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import dev.hopcheck.value.LabelValue;
import dev.hopcheck.value.QualifiedName;

/** What the server checks of a ClusterRole (rbac.authorization.k8s.io/v1). */
final class ClusterRoleRules implements Validator {
  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.PATH_SEGMENT, Scope.CLUSTER, causes);
    for (Field rule : object.root().items("rules")) {
      PolicyRuleRules.validate(rule, false, causes);
    }
    Field aggregation = object.root().get("aggregationRule");
    if (!aggregation.written()) {
      return;
    }
    Field selectors = aggregation.get("clusterRoleSelectors");
    if (selectors.size() == 0) {
      causes.required(
          selectors, "at least one clusterRoleSelector required if aggregationRule is non-nil");
    }
    for (Field selector : selectors.items()) {
      LabelSelectorRules.validate(selector, causes);
      if (!selects(selector)) {
        // The server tries to use the selector as well and blames it as a whole.
        causes
            .invalidBare(selector, "null", "invalid label selector.")
            .about(selector)
            .headline("`" + selector.path() + "` cannot be used as a selector");
      }
    }
  }

  /** Whether the selector can be turned into one that is evaluated. */
  private static boolean selects(Field selector) {
    for (Field label : selector.entries("matchLabels")) {
      if (!QualifiedName.isValid(label.name()) || !LabelValue.errors(label.text()).isEmpty()) {
        return false;
      }
    }
    for (Field expression : selector.items("matchExpressions")) {
      if (!isRequirement(expression)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRequirement(Field expression) {
    Field values = expression.get("values");
    boolean counted =
        switch (expression.text("operator")) {
          case "In", "NotIn" -> values.size() > 0;
          case "Exists", "DoesNotExist" -> values.size() == 0;
          default -> false;
        };
    if (!counted || !QualifiedName.isValid(expression.text("key"))) {
      return false;
    }
    for (Field value : values.items()) {
      if (!LabelValue.errors(value.text()).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
