package dev.hopcheck.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions of schemas, in time linear to the text. The API server's engine is of the
 * same family, so that what it takes is taken here.
 */
final class LinearPattern implements RegularExpressionFactory {
  private static final int LONGEST = 1_000;
  private static final int DEEPEST = 100;

  /** All repeats around a part, multiplied; the API server's limit. */
  private static final int MOST_REPEATS = 1_000;

  /** Why a pattern cannot be used; null where it can. */
  static @Nullable String refusal(String pattern) {
    if (pattern.length() > LONGEST) {
      return "longer than " + LONGEST + " characters";
    }
    int deepest = PatternRepeats.deepest(pattern);
    if (deepest > DEEPEST) {
      return "groups nested deeper than " + DEEPEST;
    }
    if (PatternRepeats.most(pattern) > MOST_REPEATS) {
      return "repeats more than " + MOST_REPEATS + " times";
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
    return text -> compiled.matcher(text).find();
  }
}
