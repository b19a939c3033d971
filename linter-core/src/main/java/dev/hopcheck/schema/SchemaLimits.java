package dev.hopcheck.schema;

/**
 * Budgets of judging custom resources; each is named when it is hit.
 *
 * @param work schemas applied to the values of one object
 * @param findings of one object; more are only counted
 * @param patternLength characters of one pattern
 * @param patternDepth groups within groups in one pattern
 * @param patternRepeat repeats around a part of a pattern, multiplied; at most {@link #MOST_REPEAT}
 * @param patternWork steps that the patterns take on the texts of one object
 */
public record SchemaLimits(
    int work,
    int findings,
    int patternLength,
    int patternDepth,
    int patternRepeat,
    int patternWork) {
  /** The API server's own limit of repeats. */
  public static final int MOST_REPEAT = 1_000;

  /** The robustness limits of schema work, errors and patterns. */
  public static final SchemaLimits DEFAULT =
      new SchemaLimits(1_000_000, 100, 1_000, 100, MOST_REPEAT, 50_000_000);

  public SchemaLimits {
    if (work < 1
        || findings < 1
        || patternLength < 1
        || patternDepth < 1
        || patternRepeat < 1
        || patternRepeat > MOST_REPEAT
        || patternWork < 1) {
      throw new IllegalArgumentException("a limit below 1, or more repetitions than are counted");
    }
  }
}
