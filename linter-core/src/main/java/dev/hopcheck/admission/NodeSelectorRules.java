package dev.hopcheck.admission;

import dev.hopcheck.value.Dns1123Subdomain;
import dev.hopcheck.value.LabelValue;
import java.util.List;

/** Selectors of nodes, as in node affinity and volumes. */
final class NodeSelectorRules {
  private NodeSelectorRules() {}

  /** A selector that must name something. */
  static void validate(Field selector, Causes causes) {
    Field terms = selector.get("nodeSelectorTerms");
    if (terms.size() == 0) {
      causes.required(terms, "must have at least one node selector term");
      return;
    }
    for (Field term : terms.items()) {
      term(term, true, causes);
    }
  }

  /** One term; wrong values are let through where the term is only a preference. */
  static void term(Field term, boolean checkValues, Causes causes) {
    for (Field requirement : term.items("matchExpressions")) {
      label(requirement, checkValues, causes);
    }
    for (Field requirement : term.items("matchFields")) {
      field(requirement, causes);
    }
  }

  private static void label(Field requirement, boolean checkValues, Causes causes) {
    Field values = requirement.get("values");
    Field operator = requirement.get("operator");
    switch (operator.text()) {
      case "In", "NotIn" -> {
        if (values.size() == 0) {
          causes.required(values, "must be specified when `operator` is 'In' or 'NotIn'");
        }
      }
      case "Exists", "DoesNotExist" -> {
        if (values.size() > 0) {
          causes.forbidden(
              values, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
        }
      }
      case "Gt", "Lt" -> {
        if (values.size() != 1) {
          causes.required(values, "must be specified single value when `operator` is 'Lt' or 'Gt'");
        }
      }
      default -> causes.invalid(operator, "not a valid selector operator");
    }
    LabelRules.key(requirement.get("key"), causes);
    if (checkValues) {
      for (Field value : values.items()) {
        causes.invalidEach(value, LabelValue.errors(value.text()));
      }
    }
  }

  private static void field(Field requirement, Causes causes) {
    Field values = requirement.get("values");
    Field operator = requirement.get("operator");
    switch (operator.text()) {
      case "In", "NotIn" -> {
        if (values.size() != 1) {
          causes.required(
              values,
              "must be only one value when `operator` is 'In' or 'NotIn' for node field selector");
        }
      }
      default -> causes.invalid(operator, "not a valid selector operator");
    }
    Field key = requirement.get("key");
    if (!key.text().equals("metadata.name")) {
      causes.invalid(key, "not a valid field selector key");
      return;
    }
    for (Field value : values.items()) {
      List<String> errors = Dns1123Subdomain.errors(value.text());
      causes.invalidEach(value, errors);
    }
  }
}
