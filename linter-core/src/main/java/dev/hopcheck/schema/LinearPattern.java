package dev.hopcheck.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions of schemas, in time linear to the text. The API server's engine is of the
 * same family, so that what it takes is taken here. For one object at a time: it counts the steps.
 */
final class LinearPattern implements RegularExpressionFactory {
  private final int most;
  private long work;

  LinearPattern(SchemaLimits limits) {
    most = limits.patternWork();
  }

  /** Why a pattern cannot be used; null where it can. */
  static @Nullable String refusal(String pattern, SchemaLimits limits) {
    if (pattern.length() > limits.patternLength()) {
      return "longer than " + limits.patternLength() + " characters (limit `pattern-length`)";
    }
    if (PatternRepeats.deepest(pattern) > limits.patternDepth()) {
      return "groups nested deeper than " + limits.patternDepth() + " (limit `pattern-depth`)";
    }
    if (PatternRepeats.most(pattern) > limits.patternRepeat()) {
      return "repeats more than " + limits.patternRepeat() + " times (limit `pattern-repeat`)";
    }
    try {
      Pattern.compile(pattern);
      return null;
    } catch (PatternSyntaxException unsupported) {
      return unsupported.getDescription();
    }
  }

  @Override
  public RegularExpression getRegularExpression(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return text -> {
      count((long) compiled.programSize() * (text.length() + 1));
      return compiled.matcher(text).find();
    };
  }

  /** Begins to count for another object. */
  void restart() {
    work = 0;
  }

  private void count(long steps) {
    work += steps;
    if (work > most) {
      throw new TooMuchWork();
    }
  }

  /** Ends a validation that would take too long. */
  static final class TooMuchWork extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuchWork() {
      super("patterns take too many steps", null, false, false);
    }
  }
}
