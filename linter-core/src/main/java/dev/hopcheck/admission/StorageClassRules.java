package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import dev.hopcheck.value.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the server checks of a StorageClass (storage.k8s.io/v1). */
final class StorageClassRules implements Validator {
  private static final int MAX_PARAMETERS = 512;
  private static final int MAX_PARAMETER_BYTES = 256 * 1024;
  private static final List<String> RECLAIM = List.of("Delete", "Retain");
  private static final List<String> BINDING = List.of("Immediate", "WaitForFirstConsumer");

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.SUBDOMAIN, Scope.CLUSTER, causes);
    Field root = object.root();
    provisioner(root.get("provisioner"), causes);
    parameters(root.get("parameters"), causes);
    Field reclaim = root.get("reclaimPolicy");
    if (!reclaim.text().isEmpty() && !RECLAIM.contains(reclaim.text())) {
      causes.notSupported(reclaim, RECLAIM);
    }
    Field binding = root.get("volumeBindingMode");
    if (!BINDING.contains(binding.text())) {
      causes.notSupported(binding, BINDING);
    }
    topologies(root.get("allowedTopologies"), causes);
  }

  /** Case does not matter to the server here. */
  static void provisioner(Field provisioner, Causes causes) {
    String text = provisioner.text();
    if (text.isEmpty()) {
      causes.required(provisioner, "");
      return;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    for (String error : QualifiedName.errors(lower)) {
      causes.invalid(provisioner, lower, error);
    }
  }

  static void parameters(Field parameters, Causes causes) {
    if (parameters.size() > MAX_PARAMETERS) {
      causes.tooLong(parameters, MAX_PARAMETERS);
      return;
    }
    long bytes = 0;
    for (Field entry : parameters.entries()) {
      if (entry.name().isEmpty()) {
        causes.invalid(parameters, "", "field can not be empty.").at(entry.keyLocation());
      }
      bytes += DataSize.ofText(entry.name()) + DataSize.ofText(entry.text());
    }
    if (bytes > MAX_PARAMETER_BYTES) {
      causes.tooLong(parameters, MAX_PARAMETER_BYTES);
    }
  }

  private static void topologies(Field terms, Causes causes) {
    List<Map<String, Set<String>>> earlier = new ArrayList<>();
    // The server compares with the terms to come as if they were empty: an empty term always is one
    // too many.
    earlier.add(Map.of());
    for (Field term : terms.items()) {
      Field expressions = term.get("matchLabelExpressions");
      Map<String, Set<String>> selected = new HashMap<>();
      for (Field expression : expressions.items()) {
        expression(expression, selected, causes);
      }
      if (earlier.contains(selected)) {
        causes.duplicate(expressions, "").headline("topology is empty or stands twice");
      }
      earlier.add(selected);
    }
  }

  private static void expression(
      Field expression, Map<String, Set<String>> selected, Causes causes) {
    Field key = expression.get("key");
    Field values = expression.get("values");
    if (values.size() == 0) {
      causes.required(values, "");
    }
    Set<String> distinct = new HashSet<>();
    for (Field value : values.items()) {
      if (!distinct.add(value.text())) {
        causes.duplicate(value, value.text());
      }
    }
    LabelRules.key(key, causes);
    if (selected.put(key.text(), distinct) != null) {
      causes.duplicate(key, key.text());
    }
  }
}
