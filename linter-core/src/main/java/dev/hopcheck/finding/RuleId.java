package dev.hopcheck.finding;

/** The kebab-case name of a rule; it names the bad state, so that "ignore X" reads as English. */
public record RuleId(String value) implements Comparable<RuleId> {
  public RuleId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("empty rule id");
    }
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
