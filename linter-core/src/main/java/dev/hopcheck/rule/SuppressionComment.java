package dev.hopcheck.rule;

import dev.hopcheck.finding.RuleId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a comment behind {@code hopcheck:}, or of an annotation, taken apart.
 *
 * @param fault why it has no effect; null where it has
 */
record SuppressionComment(
    List<RuleId> rules, @Nullable LocalDate until, String reason, @Nullable String fault) {
  /** Nobody means more at one place. */
  private static final int MOST = 100;

  private static final String FORM =
      "`# hopcheck: ignore RULE[, RULE] [until YYYY-MM-DD] -- reason`";
  private static final String ANNOTATION_FORM = "`RULE[, RULE] [until YYYY-MM-DD] -- reason`";

  /** Reads {@code ignore ID[, ID] [until DATE] -- reason}. */
  static SuppressionComment read(String text) {
    List<String> words = words(head(text));
    if (words.isEmpty() || !words.get(0).equals("ignore")) {
      return faulty("comment is not understood; the form is " + FORM);
    }
    return read(words.subList(1, words.size()), text, FORM);
  }

  /** Reads {@code ID[, ID] [until DATE] -- reason}. */
  static SuppressionComment ofAnnotation(String text) {
    return read(words(head(text)), text, ANNOTATION_FORM);
  }

  private static SuppressionComment read(List<String> words, String text, String form) {
    int until = words.indexOf("until");
    List<String> ids = words.subList(0, until < 0 ? words.size() : until);
    if (ids.isEmpty()) {
      return faulty("suppression names no rule; the form is " + form);
    }
    if (ids.size() > MOST) {
      return faulty("suppression names more than " + MOST + " rules");
    }
    List<RuleId> rules = new ArrayList<>(ids.size());
    for (String id : ids) {
      if (id.equals("*") || id.equals("all")) {
        return faulty("suppression of all rules at once is not possible; name the rules");
      }
      rules.add(new RuleId(id));
    }
    LocalDate date = null;
    if (until >= 0) {
      date = until + 2 == words.size() ? date(words.get(until + 1)) : null;
      if (date == null) {
        return faulty("suppression has no date such as `2027-01-31` after `until`");
      }
    }
    int dashes = text.indexOf("--");
    String reason = dashes < 0 ? "" : text.substring(dashes + 2).strip();
    if (reason.isEmpty()) {
      return faulty("suppression gives no reason; the form is " + form);
    }
    return new SuppressionComment(rules, date, reason, null);
  }

  private static String head(String text) {
    int dashes = text.indexOf("--");
    return dashes < 0 ? text : text.substring(0, dashes);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ' ' : text.charAt(i);
      boolean gap = c == ' ' || c == '\t' || c == ',' || c == '\n';
      if (!gap && start < 0) {
        start = i;
      } else if (gap && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      }
    }
    return words;
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noDate) {
      return null;
    }
  }

  private static SuppressionComment faulty(String why) {
    return new SuppressionComment(List.of(), null, "", why);
  }
}
