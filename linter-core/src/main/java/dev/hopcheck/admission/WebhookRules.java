package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import dev.hopcheck.value.Dns1035Label;
import dev.hopcheck.value.Dns1123Subdomain;
import dev.hopcheck.value.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the server checks of the webhooks that it asks about objects
 * (admissionregistration.k8s.io/v1).
 */
final class WebhookRules implements Validator {
  static final List<String> FAILURE_POLICIES = List.of("Fail", "Ignore");
  static final List<String> MATCH_POLICIES = List.of("Equivalent", "Exact");

  private static final List<String> SIDE_EFFECTS = List.of("None", "NoneOnDryRun");
  private static final List<String> REINVOCATION = List.of("IfNeeded", "Never");
  private static final int MAX_CONDITIONS = 64;
  private static final int MAX_TIMEOUT = 30;

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.generic(object, NameGrammar.SUBDOMAIN, Scope.CLUSTER, causes);
    Set<String> names = new HashSet<>();
    for (Field hook : object.root().items("webhooks")) {
      webhook(hook, causes);
      reviewVersions(
          hook.get("admissionReviewVersions"),
          hook.get("admissionReviewVersions").path(),
          "must specify one of v1, v1beta1",
          causes);
      Field name = hook.get("name");
      if (!name.text().isEmpty() && !names.add(name.text())) {
        causes.duplicate(name, name.text());
      }
    }
  }

  private static void webhook(Field hook, Causes causes) {
    name(hook.get("name"), causes);
    for (Field rule : hook.items("rules")) {
      WebhookMatchRules.validate(rule, true, causes);
    }
    oneOf(hook.get("failurePolicy"), FAILURE_POLICIES, causes);
    oneOf(hook.get("matchPolicy"), MATCH_POLICIES, causes);
    Field effects = hook.get("sideEffects");
    if (!effects.written()) {
      causes.required(effects, "must specify one of None, NoneOnDryRun");
    }
    oneOf(effects, SIDE_EFFECTS, causes);
    Field timeout = hook.get("timeoutSeconds");
    if (timeout.written() && (timeout.number() < 1 || timeout.number() > MAX_TIMEOUT)) {
      causes.invalidNumber(
          timeout, timeout.number(), "the timeout value must be between 1 and 30 seconds");
    }
    LabelSelectorRules.validate(hook.get("namespaceSelector"), causes);
    LabelSelectorRules.validate(hook.get("objectSelector"), causes);
    oneOf(hook.get("reinvocationPolicy"), REINVOCATION, causes);
    Field client = hook.get("clientConfig");
    WebhookClientRules.validate(client, client.path(), causes);
    conditions(hook.get("matchConditions"), causes);
  }

  /** A domain of at least three parts. */
  private static void name(Field name, Causes causes) {
    String text = name.text();
    if (text.isEmpty()) {
      causes.required(name, "");
      return;
    }
    List<String> errors = Dns1123Subdomain.errors(text);
    if (!errors.isEmpty()) {
      causes.invalid(name, String.join(",", errors));
    } else if (text.indexOf('.') == text.lastIndexOf('.')) {
      causes.invalid(name, "should be a domain with at least three segments separated by dots");
    }
  }

  static void oneOf(Field field, List<String> values, Causes causes) {
    if (field.written() && !values.contains(field.text())) {
      causes.notSupported(field, values);
    }
  }

  /** Versions of the question that the webhook understands; the server speaks two of them. */
  static void reviewVersions(Field versions, String path, String missing, Causes causes) {
    if (versions.size() == 0) {
      causes.required(versions, missing).path(path);
      return;
    }
    Set<String> seen = new HashSet<>();
    boolean known = false;
    int index = 0;
    for (Field version : versions.items()) {
      String at = path + "[" + index++ + "]";
      if (!seen.add(version.text())) {
        causes.invalid(version, "duplicate version").path(at);
        continue;
      }
      for (String error : Dns1035Label.errors(version.text())) {
        causes.invalid(version, error).path(at);
      }
      known |= version.text().equals("v1") || version.text().equals("v1beta1");
    }
    if (!known) {
      causes
          .invalidBare(versions, JsonText.of(versions), "must include at least one of v1, v1beta1")
          .path(path);
    }
  }

  /** The expressions themselves are not compiled here. */
  static void conditions(Field conditions, Causes causes) {
    if (conditions.size() > MAX_CONDITIONS) {
      causes.tooMany(conditions, conditions.size(), MAX_CONDITIONS);
    }
    Set<String> names = new HashSet<>();
    for (Field condition : conditions.items()) {
      Field expression = condition.get("expression");
      if (expression.text().isBlank()) {
        causes.required(expression, "");
      }
      Field name = condition.get("name");
      if (name.text().isEmpty()) {
        causes.required(name, "");
        continue;
      }
      causes.invalidEach(name, QualifiedName.errors(name.text()));
      if (!names.add(name.text())) {
        causes.duplicate(name, name.text());
      }
    }
  }
}
