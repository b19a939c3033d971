package dev.hopcheck.value;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One condition on the labels of an object.
 *
 * <p>Source: SEL-10.
 *
 * @param key the key of the label looked at
 * @param operator what is asked of its value
 * @param values what it is asked against: at least one for {@code In} and {@code NotIn}, one whole
 *     number for {@code Gt} and {@code Lt}, none for the others; a requirement with other values is
 *     kept as written
 */
public record Requirement(String key, Operator operator, List<String> values) {
  public Requirement {
    Objects.requireNonNull(key);
    values = List.copyOf(values);
  }

  /** What a requirement asks; the texts are those of matchExpressions and are case-sensitive. */
  public enum Operator {
    /** The label is there and its value is one of the values. */
    IN("In"),
    /** The label is absent, or its value is none of the values. */
    NOT_IN("NotIn"),
    /** The label is there. */
    EXISTS("Exists"),
    /** The label is absent. */
    DOES_NOT_EXIST("DoesNotExist"),
    /** The label is a whole number above the value; node affinity and text selectors only. */
    GT("Gt"),
    /** The label is a whole number below the value; node affinity and text selectors only. */
    LT("Lt");

    private final String text;

    Operator(String text) {
      this.text = text;
    }

    /**
     * Finds the operator by its spelling in matchExpressions; null when there is no such operator.
     */
    public static @Nullable Operator parse(String text) {
      return switch (text) {
        case "In" -> IN;
        case "NotIn" -> NOT_IN;
        case "Exists" -> EXISTS;
        case "DoesNotExist" -> DOES_NOT_EXIST;
        case "Gt" -> GT;
        case "Lt" -> LT;
        default -> null;
      };
    }

    /** Returns the spelling of matchExpressions. */
    @Override
    public String toString() {
      return text;
    }
  }

  /** Says whether an object with these labels meets the requirement. */
  public boolean matches(Map<String, String> labels) {
    String value = labels.get(key);
    return switch (operator) {
      case IN -> value != null && values.contains(value);
      case NOT_IN -> value == null || !values.contains(value);
      case EXISTS -> value != null;
      case DOES_NOT_EXIST -> value == null;
      case GT, LT -> value != null && compares(value);
    };
  }

  private boolean compares(String value) {
    if (values.size() != 1) {
      return false;
    }
    try {
      int order = Long.compare(Long.parseLong(value), Long.parseLong(values.get(0)));
      return operator == Operator.GT ? order > 0 : order < 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Returns the requirement as {@code kubectl -l} takes it. */
  @Override
  public String toString() {
    return switch (operator) {
      case IN -> values.size() == 1 ? key + "=" + values.get(0) : set(" in ");
      case NOT_IN -> values.size() == 1 ? key + "!=" + values.get(0) : set(" notin ");
      case EXISTS -> key;
      case DOES_NOT_EXIST -> "!" + key;
      case GT -> key + ">" + String.join(",", values);
      case LT -> key + "<" + String.join(",", values);
    };
  }

  private String set(String word) {
    return key + word + "(" + String.join(",", values) + ")";
  }
}
