package dev.hopcheck.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A choice of objects by their labels: all pairs and all requirements must be met, so an empty
 * selector chooses everything. That a selector which was not written chooses nothing is for its
 * holder to know.
 *
 * <p>Source: SEL-09, SEL-11.
 *
 * @param matchLabels pairs that the labels must hold; copied, unmodifiable, ordered
 * @param requirements further conditions, in the order written
 */
public record LabelSelector(Map<String, String> matchLabels, List<Requirement> requirements) {
  /** Chooses everything in scope. */
  public static final LabelSelector EVERYTHING = new LabelSelector(Map.of(), List.of());

  public LabelSelector {
    matchLabels = Collections.unmodifiableMap(new LinkedHashMap<>(matchLabels));
    requirements = List.copyOf(requirements);
  }

  /**
   * Reads {@code app=web,tier in (front,back),!old}, as {@code kubectl -l} takes it; the error is
   * the client's. An equality becomes a requirement too, so that the same key may stand twice.
   * Requirements keep their order.
   */
  public static Parsed<LabelSelector> parse(String text) {
    return new SelectorReader(text).read();
  }

  /** Says whether the selector chooses everything. */
  public boolean isEmpty() {
    return matchLabels.isEmpty() && requirements.isEmpty();
  }

  /** Says whether the selector chooses an object with these labels. */
  public boolean matches(Map<String, String> labels) {
    for (Map.Entry<String, String> pair : matchLabels.entrySet()) {
      if (!pair.getValue().equals(labels.get(pair.getKey()))) {
        return false;
      }
    }
    for (Requirement requirement : requirements) {
      if (!requirement.matches(labels)) {
        return false;
      }
    }
    return true;
  }

  /** Says whether the selector chooses an object with these labels. */
  public boolean matches(Labels labels) {
    return matches(labels.map());
  }

  /** Returns the selector as {@code kubectl -l} takes it, pairs first. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(new Labels(matchLabels).toString());
    for (Requirement requirement : requirements) {
      text.append(text.length() == 0 ? "" : ",").append(requirement);
    }
    return text.toString();
  }
}
