package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import java.util.HashSet;
import java.util.Set;

/** What the server checks of a ResourceQuota (v1). */
final class ResourceQuotaRules implements Validator {
  private static final Set<String> SCOPES =
      Set.of(
          "Terminating",
          "NotTerminating",
          "BestEffort",
          "NotBestEffort",
          "PriorityClass",
          "VolumeAttributesClass",
          "CrossNamespacePodAffinity");

  private static final Set<String> POD_AMOUNTS =
      Set.of(
          "pods",
          "cpu",
          "memory",
          "limits.cpu",
          "limits.memory",
          "requests.cpu",
          "requests.memory");

  private static final Set<String> CLAIM_AMOUNTS =
      Set.of("persistentvolumeclaims", "requests.storage");

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.SUBDOMAIN, Scope.NAMESPACED, causes);
    Field spec = object.root().get("spec");
    Field hard = spec.get("hard");
    for (Field amount : hard.entries()) {
      ResourceNames.ofQuota(amount, amount.name(), causes);
      QuantityRules.notNegative(amount, causes);
      if (ResourceNames.isCounted(amount.name())) {
        QuantityRules.whole(amount, causes);
      }
    }
    scopes(spec.get("scopes"), hard, causes);
    selector(spec, hard, causes);
  }

  private static void scopes(Field scopes, Field hard, Causes causes) {
    Set<String> named = new HashSet<>();
    for (Field scope : scopes.items()) {
      if (!SCOPES.contains(scope.text())) {
        blame(scopes, scope, "unsupported scope", causes);
      }
      if (!fitsAll(scope.text(), hard)) {
        blame(scopes, scope, "unsupported scope applied to resource", causes);
      }
      named.add(scope.text());
    }
    if (conflict(named)) {
      causes.invalidBare(scopes, JsonText.of(scopes), "conflicting scopes");
    }
  }

  private static void blame(Field scopes, Field scope, String detail, Causes causes) {
    causes
        .invalidBare(scopes, JsonText.of(scopes), detail)
        .at(scope.location())
        .about(scope)
        .headline("scope `" + scope.text() + "` does not go with this quota");
  }

  /** Paths of this part have no index. */
  private static void selector(Field spec, Field hard, Causes causes) {
    Field expressions = spec.get("scopeSelector", "matchExpressions");
    Set<String> named = new HashSet<>();
    for (Field expression : expressions.items()) {
      Field scope = expression.get("scopeName");
      if (!SCOPES.contains(scope.text())) {
        causes.invalid(scope, "unsupported scope").path(expressions.path() + ".scopeName");
      }
      if (!fitsAll(scope.text(), hard)) {
        causes
            .invalidBare(expressions, "{}", "unsupported scope applied to resource")
            .at(scope.location())
            .about(scope);
      }
      operator(expressions, expression, causes);
      named.add(scope.text());
    }
    if (conflict(named)) {
      causes.invalidBare(expressions, "null", "conflicting scopes");
    }
  }

  private static void operator(Field expressions, Field expression, Causes causes) {
    Field operator = expression.get("operator");
    Field values = expression.get("values");
    String path = expressions.path();
    switch (expression.text("scopeName")) {
      case "BestEffort",
          "NotBestEffort",
          "Terminating",
          "NotTerminating",
          "CrossNamespacePodAffinity" -> {
        if (!operator.text().equals("Exists")) {
          causes.invalid(operator, "must be 'Exists' for that scope").path(path + ".operator");
        }
      }
      default -> {
        // other scopes have values
      }
    }
    switch (operator.text()) {
      case "In", "NotIn" -> {
        if (values.size() == 0) {
          causes
              .required(
                  values,
                  "must be at least one value when `operator` is 'In' or 'NotIn' for scope"
                      + " selector")
              .path(path + ".values");
        }
      }
      case "Exists", "DoesNotExist" -> {
        if (values.size() > 0) {
          causes
              .invalidBare(
                  values,
                  JsonText.of(values),
                  "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope"
                      + " selector")
              .path(path + ".values");
        }
      }
      default -> causes.invalid(operator, "not a valid selector operator").path(path + ".operator");
    }
  }

  private static boolean fitsAll(String scope, Field hard) {
    for (String name : hard.memberNames()) {
      if (ResourceNames.isQuota(name) && !fits(scope, name)) {
        return false;
      }
    }
    return true;
  }

  /** What a scope can bound; unknown scopes are blamed for that alone. */
  private static boolean fits(String scope, String resource) {
    return switch (scope) {
      case "Terminating",
          "NotTerminating",
          "NotBestEffort",
          "PriorityClass",
          "CrossNamespacePodAffinity" ->
          POD_AMOUNTS.contains(resource);
      case "BestEffort" -> resource.equals("pods");
      case "VolumeAttributesClass" -> CLAIM_AMOUNTS.contains(resource);
      default -> true;
    };
  }

  private static boolean conflict(Set<String> scopes) {
    return scopes.containsAll(Set.of("BestEffort", "NotBestEffort"))
        || scopes.containsAll(Set.of("Terminating", "NotTerminating"));
  }
}
