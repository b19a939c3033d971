package dev.hopcheck.admission;

import dev.hopcheck.value.Dns1123Label;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where pods want to run, or not, relative to nodes and to each other. */
final class AffinityRules {
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

  private AffinityRules() {}

  /**
   * @param ownLabels keys of the pod's own labels; empty for templates
   */
  static void validate(Field affinity, Set<String> ownLabels, Causes causes) {
    Field node = affinity.get("nodeAffinity");
    if (node.present(REQUIRED)) {
      NodeSelectorRules.validate(node.get(REQUIRED), causes);
    }
    for (Field term : node.items(PREFERRED)) {
      weight(term.get("weight"), causes);
      NodeSelectorRules.term(term.get("preference"), false, causes);
    }
    for (String kind : new String[] {"podAffinity", "podAntiAffinity"}) {
      for (Field term : affinity.get(kind).items(REQUIRED)) {
        podTerm(term, ownLabels, causes);
      }
      for (Field term : affinity.get(kind).items(PREFERRED)) {
        weight(term.get("weight"), causes);
        podTerm(term.get("podAffinityTerm"), ownLabels, causes);
      }
    }
  }

  private static void weight(Field weight, Causes causes) {
    if (weight.number() <= 0 || weight.number() > 100) {
      causes.invalidNumber(weight, weight.number(), "must be in the range 1-100");
    }
  }

  private static void podTerm(Field term, Set<String> ownLabels, Causes causes) {
    LabelSelectorRules.validate(term.get("labelSelector"), causes);
    LabelSelectorRules.validate(term.get("namespaceSelector"), causes);
    for (Field name : term.items("namespaces")) {
      for (String error : Dns1123Label.errors(name.text())) {
        causes.invalid(name, error).path(term.path() + ".namespace");
      }
    }
    labelKeys(term, ownLabels, causes);
    Field topology = term.get("topologyKey");
    if (topology.text().isEmpty()) {
      causes.required(topology, "can not be empty");
    }
    LabelRules.key(topology, causes);
  }

  /** Labels of the pod itself by whose values others are chosen; also of a topology spread. */
  static void labelKeys(Field term, Set<String> ownLabels, Causes causes) {
    Field selector = term.get("labelSelector");
    Field match = term.get("matchLabelKeys");
    Field mismatch = term.get("mismatchLabelKeys");
    keys(match, selector, causes);
    keys(mismatch, selector, causes);
    if (selector.present()) {
      alsoSelected(term, match, ownLabels, causes);
    }
    Set<String> others = new HashSet<>();
    for (Field key : mismatch.items()) {
      others.add(key.text());
    }
    for (Field key : match.items()) {
      if (others.contains(key.text())) {
        causes.invalid(key, "exists in both matchLabelKeys and mismatchLabelKeys");
      }
    }
  }

  private static void keys(Field keys, Field selector, Causes causes) {
    if (keys.size() == 0) {
      return;
    }
    if (!selector.present()) {
      causes.forbidden(keys, "must not be specified when labelSelector is not set");
      return;
    }
    for (Field key : keys.items()) {
      LabelRules.key(key, causes);
    }
  }

  /**
   * Before it validates a pod, the server adds an expression to the selector for each key that the
   * pod has; a key that is selected already then stands twice.
   */
  private static void alsoSelected(Field term, Field match, Set<String> ownLabels, Causes causes) {
    Field selector = term.get("labelSelector");
    List<Field> keys = match.items();
    Set<String> selected = new HashSet<>();
    for (Field entry : selector.entries("matchLabels")) {
      selected.add(entry.name());
    }
    List<String> expressions = new ArrayList<>();
    for (Field expression : selector.items("matchExpressions")) {
      expressions.add(expression.text("key"));
    }
    for (Field key : keys) {
      if (ownLabels.contains(key.text())) {
        expressions.add(key.text());
      }
    }
    for (String expression : expressions) {
      for (int i = 0; i < keys.size(); i++) {
        if (keys.get(i).text().equals(expression) && selected.contains(expression)) {
          causes
              .invalid(keys.get(i), "exists in both matchLabelKeys and labelSelector")
              .path(term.path() + "[" + i + "]");
        }
      }
      selected.add(expression);
    }
  }
}
