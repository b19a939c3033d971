package dev.hopcheck.finding;

import org.jspecify.annotations.Nullable;

/** The kebab-case name of a rule; it names the bad state, so that "ignore X" reads as English. */
public record RuleId(String value) implements Comparable<RuleId> {
  public RuleId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("empty rule id");
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RuleId that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(RuleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
