package dev.hopcheck.admission;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How pods spread over zones or nodes. */
final class TopologySpreadRules {
  private TopologySpreadRules() {}

  /** The release from which on label keys are merged into the selector first. */
  private static final int FIRST_WITH_MERGE = 34;

  /**
   * @param ownLabels keys of the pod's own labels; empty for templates
   */
  static void validate(PodScope pod, Set<String> ownLabels) {
    Causes causes = pod.causes();
    List<Field> constraints = pod.spec().items("topologySpreadConstraints");
    for (int i = 0; i < constraints.size(); i++) {
      Field constraint = constraints.get(i);
      Field skew = constraint.get("maxSkew");
      if (skew.number() <= 0) {
        causes.invalidNumber(skew, skew.number(), "must be greater than zero");
      }
      Field topology = constraint.get("topologyKey");
      if (topology.text().isEmpty()) {
        causes.required(topology, "can not be empty");
      }
      Field action = constraint.get("whenUnsatisfiable");
      switch (action.text()) {
        case "DoNotSchedule", "ScheduleAnyway" -> {}
        default -> causes.notSupported(action, "DoNotSchedule", "ScheduleAnyway");
      }
      repeated(constraint, constraints.subList(i + 1, constraints.size()), causes);
      minDomains(constraint.get("minDomains"), action, causes);
      nodePolicy(constraint.get("nodeAffinityPolicy"), causes);
      nodePolicy(constraint.get("nodeTaintsPolicy"), causes);
      if (pod.isAtLeast(FIRST_WITH_MERGE)) {
        AffinityRules.labelKeys(constraint, ownLabels, causes);
      } else {
        labelKeys(constraint, causes);
      }
      LabelSelectorRules.validate(constraint.get("labelSelector"), causes);
    }
  }

  /** The earlier of two equal ones is blamed, at a field that no document has. */
  private static void repeated(Field constraint, List<Field> rest, Causes causes) {
    String topology = constraint.text("topologyKey");
    String action = constraint.text("whenUnsatisfiable");
    for (Field other : rest) {
      boolean same =
          other.text("topologyKey").equals(topology)
              && other.text("whenUnsatisfiable").equals(action);
      if (same) {
        causes
            .duplicate(constraint.get("topologyKey"), "{" + topology + ", " + action + "}")
            .path(constraint.path() + ".{topologyKey, whenUnsatisfiable}");
        return;
      }
    }
  }

  private static void minDomains(Field domains, Field action, Causes causes) {
    if (!domains.present()) {
      return;
    }
    if (domains.number() <= 0) {
      causes.invalidNumber(domains, domains.number(), "must be greater than zero");
    }
    if (!action.text().equals("DoNotSchedule")) {
      causes.invalidNumber(
          domains,
          domains.number(),
          "can only use minDomains if whenUnsatisfiable=DoNotSchedule, not " + action.text());
    }
  }

  private static void nodePolicy(Field policy, Causes causes) {
    boolean known = policy.text().equals("Honor") || policy.text().equals("Ignore");
    if (policy.present() && !known) {
      causes.notSupported(policy, "Honor", "Ignore");
    }
  }

  private static void labelKeys(Field constraint, Causes causes) {
    Field keys = constraint.get("matchLabelKeys");
    if (keys.size() == 0) {
      return;
    }
    Field selector = constraint.get("labelSelector");
    if (!selector.present()) {
      causes.forbidden(keys, "must not be specified when labelSelector is not set");
      return;
    }
    Set<String> selected = new HashSet<>();
    for (Field entry : selector.entries("matchLabels")) {
      selected.add(entry.name());
    }
    for (Field expression : selector.items("matchExpressions")) {
      selected.add(expression.text("key"));
    }
    for (Field key : keys.items()) {
      LabelRules.key(key, causes);
      if (selected.contains(key.text())) {
        causes.invalid(key, "exists in both matchLabelKeys and labelSelector");
      }
    }
  }
}
