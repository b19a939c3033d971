package dev.hopcheck.resource;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes a pod requires ({@code requiredDuringSchedulingIgnoredDuringExecution}).
 *
 * @param terms one of them must hold; empty where the pod requires nothing
 */
public record NodeAffinity(List<Term> terms) {
  /** A pod that requires nothing. */
  public static final NodeAffinity NONE = new NodeAffinity(List.of());

  public NodeAffinity {
    terms = List.copyOf(terms);
  }

  /** Requirements that must all hold; a term without any holds for no node. */
  public record Term(List<Requirement> labels, List<Requirement> fields) {
    public Term {
      labels = List.copyOf(labels);
      fields = List.copyOf(fields);
    }
  }

  /** One requirement on a label, or on {@code metadata.name}. */
  public record Requirement(String key, String operator, List<String> values) {
    public Requirement {
      values = List.copyOf(values);
    }

    private boolean admits(@Nullable String value) {
      return switch (operator) {
        case "In" -> value != null && values.contains(value);
        case "NotIn" -> value == null || !values.contains(value);
        case "Exists" -> value != null;
        case "DoesNotExist" -> value == null;
        case "Gt" -> compare(value) > 0;
        case "Lt" -> compare(value) < 0;
        default -> false;
      };
    }

    /** The sign of the label's number less the wanted one; 0 where either is no number. */
    private int compare(@Nullable String value) {
      if (value == null || values.size() != 1) {
        return 0;
      }
      try {
        return Long.compare(Long.parseLong(value), Long.parseLong(values.get(0)));
      } catch (NumberFormatException noNumber) {
        return 0;
      }
    }
  }

  /** Whether a node of that name and these labels is admitted. */
  public boolean admits(String name, Map<String, String> labels) {
    if (terms.isEmpty()) {
      return true;
    }
    for (Term term : terms) {
      if (holds(term, name, labels)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(Term term, String name, Map<String, String> labels) {
    if (term.labels().isEmpty() && term.fields().isEmpty()) {
      return false;
    }
    for (Requirement requirement : term.labels()) {
      if (!requirement.admits(labels.get(requirement.key()))) {
        return false;
      }
    }
    for (Requirement requirement : term.fields()) {
      if (!requirement.key().equals("metadata.name") || !requirement.admits(name)) {
        return false;
      }
    }
    return true;
  }
}
