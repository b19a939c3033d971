package dev.hopcheck.resource;

import dev.hopcheck.admission.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A selector with {@code matchLabels} and {@code matchExpressions}, all of which must hold
 * (SEL-09). A flat selector of old workloads is read as {@code matchLabels}.
 *
 * @param matchLabels pairs that must be there
 * @param expressions further requirements
 * @param place the selector's key, or the nearest written parent's key where it is absent
 * @param written whether the manifest has it: an absent selector matches nothing, an empty one
 *     everything (SEL-11)
 */
public record LabelSelector(
    Labels matchLabels, List<Requirement> expressions, Place place, boolean written)
    implements Placed {
  public LabelSelector {
    expressions = List.copyOf(expressions);
  }

  /**
   * One requirement on a key (SEL-10).
   *
   * @param key which label
   * @param operator {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}; others never
   *     match
   * @param values for {@code In} and {@code NotIn}
   */
  public record Requirement(
      Located<String> key, Located<String> operator, List<Located<String>> values) {
    public Requirement {
      values = List.copyOf(values);
    }

    Match matches(Carrier labels) {
      if (key.unknown() || operator.unknown()) {
        return Match.UNKNOWN;
      }
      String value = labels.value(key.value());
      return switch (operator.value()) {
        case "In" -> value == null ? Match.NO : contains(value);
        case "NotIn" -> value == null ? Match.YES : not(contains(value));
        case "Exists" -> value == null ? Match.NO : Match.YES;
        case "DoesNotExist" -> value == null ? Match.YES : Match.NO;
        default -> Match.NO;
      };
    }

    private Match contains(String value) {
      boolean unknown = false;
      for (Located<String> listed : values) {
        if (listed.unknown()) {
          unknown = true;
        } else if (listed.value().equals(value)) {
          return Match.YES;
        }
      }
      return unknown ? Match.UNKNOWN : Match.NO;
    }

    private static Match not(Match match) {
      return switch (match) {
        case YES -> Match.NO;
        case NO -> Match.YES;
        case UNKNOWN -> Match.UNKNOWN;
      };
    }
  }

  /** What has labels. */
  @FunctionalInterface
  public interface Carrier {
    /** The value of a label; null where it has none. */
    @Nullable String value(String key);
  }

  /** Whether something with these labels is selected. */
  public Match matches(Map<String, String> labels) {
    return matches((Carrier) labels::get);
  }

  /** Whether what carries the labels is selected. */
  public Match matches(Carrier labels) {
    if (!written) {
      return Match.NO;
    }
    Match match = pairsMatch(labels);
    for (Requirement requirement : expressions) {
      match = match.and(requirement.matches(labels));
    }
    return match;
  }

  private Match pairsMatch(Carrier labels) {
    Match match = Match.YES;
    for (Labels.Pair pair : matchLabels.pairs()) {
      if (pair.value().unknown()) {
        match = match.and(Match.UNKNOWN);
        continue;
      }
      @Nullable String value = labels.value(pair.key());
      if (!pair.value().value().equals(value)) {
        return Match.NO;
      }
    }
    return match;
  }
}
