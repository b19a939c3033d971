package dev.hopcheck.admission;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.finding.Rejection.Reason;
import dev.hopcheck.value.GoText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The causes found in one object, in the server's order and words. */
final class Causes {
  private final List<Cause> causes = new ArrayList<>(0);

  /** The field is absent or empty. The detail may be empty. */
  Cause required(Field field, String detail) {
    return add(
        field, Reason.REQUIRED, "", "Required value", detail, InputRule.REQUIRED_FIELD_MISSING);
  }

  /** The value is malformed. {@code shown} is the value as the server prints it, without quotes. */
  Cause invalid(Field field, String shown, String detail) {
    return add(
        field,
        Reason.INVALID,
        shown,
        "Invalid value: " + quoted(field, shown),
        detail,
        InputRule.VALUE_INVALID);
  }

  /** An amount is wrong, which the server prints in quotes even if it is written as a number. */
  Cause invalidAmount(Field field, String shown, String detail) {
    return add(
        field,
        Reason.INVALID,
        shown,
        "Invalid value: " + GoText.quote(shown),
        detail,
        InputRule.VALUE_INVALID);
  }

  /** The field's own value is malformed. */
  Cause invalid(Field field, String detail) {
    return invalid(field, field.text(), detail);
  }

  /** The field's own value is malformed in each of these ways. */
  void invalidEach(Field field, List<String> details) {
    if (details.isEmpty()) {
      return;
    }
    for (String detail : details) {
      invalid(field, detail);
    }
  }

  /** A number is below 0 where the server takes none such. */
  Cause negative(Field field) {
    return invalidNumber(field, field.number(), "must be greater than or equal to 0")
        .headline("`" + field.path() + "` cannot be negative");
  }

  /** A number is wrong, which the server prints without quotes; an absent one counts as 0. */
  Cause invalidNumber(Field field, long shown, String detail) {
    return invalidBare(field, Long.toString(shown), detail);
  }

  /** A value is wrong that the server prints as it stands: a number, a list, {@code null}. */
  Cause invalidBare(Field field, String shown, String detail) {
    return add(
        field, Reason.INVALID, shown, "Invalid value: " + shown, detail, InputRule.VALUE_INVALID);
  }

  /** A value is wrong that the server prints as a string, though it may be written as a number. */
  Cause invalidString(Field field, String shown, String detail) {
    return add(
        field,
        Reason.INVALID,
        shown,
        "Invalid value: \"" + shown + '"',
        detail,
        InputRule.VALUE_INVALID);
  }

  /** The field's own value is none of an enumeration. */
  Cause notSupported(Field field, String... supported) {
    String[] sorted = supported.clone();
    Arrays.sort(sorted);
    Cause cause = notSupported(field, field.text(), List.of(sorted));
    String near = NearestWord.of(field.text(), supported);
    if (near != null) {
      cause.note("did you mean `" + near + "`?").replaceValue(near);
    }
    return cause;
  }

  /** The field's own value is none of an enumeration. */
  Cause notSupported(Field field, List<String> supported) {
    return notSupported(field, supported.toArray(new String[0]));
  }

  /** Something is wrong that the server does not print. */
  Cause invalidOmitted(Field field, String detail) {
    return add(field, Reason.INVALID, "", "Invalid value", detail, InputRule.VALUE_INVALID);
  }

  /** The value is none of an enumeration. */
  Cause notSupported(Field field, String shown, List<String> supported) {
    return add(
        field,
        Reason.NOT_SUPPORTED,
        shown,
        "Unsupported value: " + quoted(field, shown),
        supportedValues(supported),
        InputRule.VALUE_NOT_SUPPORTED);
  }

  /** The value is none of an enumeration, and the server prints it as it stands. */
  Cause notSupportedBare(Field field, String shown, List<String> supported) {
    return add(
        field,
        Reason.NOT_SUPPORTED,
        shown,
        "Unsupported value: " + shown,
        supportedValues(supported),
        InputRule.VALUE_NOT_SUPPORTED);
  }

  private static String supportedValues(List<String> supported) {
    StringBuilder detail = new StringBuilder();
    for (String value : supported) {
      detail.append(detail.length() == 0 ? "supported values: " : ", ");
      detail.append('"').append(value).append('"');
    }
    return detail.toString();
  }

  /** The value stands elsewhere already. */
  Cause duplicate(Field field, String shown) {
    return add(
        field,
        Reason.DUPLICATE,
        shown,
        "Duplicate value: " + quoted(field, shown),
        "",
        InputRule.VALUE_DUPLICATE);
  }

  /** The value stands elsewhere already, and the server prints it as it stands. */
  Cause duplicateBare(Field field, String shown) {
    return add(
        field, Reason.DUPLICATE, shown, "Duplicate value: " + shown, "", InputRule.VALUE_DUPLICATE);
  }

  /** The field must not be set here. */
  Cause forbidden(Field field, String detail) {
    return add(field, Reason.FORBIDDEN, "", "Forbidden", detail, InputRule.VALUE_FORBIDDEN);
  }

  /** The value names something that is not there. */
  Cause notFound(Field field, String shown) {
    return notFound(field, shown, "");
  }

  /** The value names something that is not there; the detail says where it should be. */
  Cause notFound(Field field, String shown, String detail) {
    return add(
        field,
        Reason.NOT_FOUND,
        shown,
        "Not found: " + quoted(field, shown),
        detail,
        InputRule.VALUE_INVALID);
  }

  /** The value has more bytes than allowed. */
  Cause tooLong(Field field, int limit) {
    return add(
        field,
        Reason.TOO_LONG,
        "",
        "Too long",
        "may not be more than " + limit + " bytes",
        InputRule.VALUE_INVALID);
  }

  /** The list has more items than allowed. */
  Cause tooMany(Field field, int actual, int limit) {
    return add(
        field,
        Reason.TOO_MANY,
        "",
        "Too many: " + actual,
        "must have at most " + limit + " items",
        InputRule.VALUE_INVALID);
  }

  /** The first cause that blames the field of that path; null where there is none. */
  @Nullable Cause first(String path) {
    for (Cause cause : causes) {
      if (cause.path().equals(path)) {
        return cause;
      }
    }
    return null;
  }

  /** Takes over the causes of a part whose field the server names otherwise. */
  void addMoved(Causes part, String from, String to) {
    for (Cause cause : part.causes) {
      if (cause.path().startsWith(from)) {
        cause.path(to + cause.path().substring(from.length()));
      }
      causes.add(cause);
    }
  }

  /** The first cause that blames the field of that path or one below it; null if there is none. */
  @Nullable Cause firstBelow(String path) {
    for (Cause cause : causes) {
      String own = cause.path();
      boolean below =
          own.startsWith(path)
              && (own.length() == path.length()
                  || own.charAt(path.length()) == '.'
                  || own.charAt(path.length()) == '[');
      if (below) {
        return cause;
      }
    }
    return null;
  }

  /** The cause added last; null where there is none. */
  @Nullable Cause last() {
    return causes.isEmpty() ? null : causes.get(causes.size() - 1);
  }

  int count() {
    return causes.size();
  }

  /** Whether all of them are about values that are not known; also where there are none. */
  boolean areUnsure() {
    for (Cause cause : causes) {
      if (!cause.aboutPlaceholder()) {
        return false;
      }
    }
    return true;
  }

  boolean isEmpty() {
    return causes.isEmpty();
  }

  /** All causes; those that the server would print in the same words only once. */
  List<Cause> all() {
    for (Cause cause : causes) {
      if (!cause.rootPath().isEmpty()) {
        cause.follows(first(cause.rootPath()));
      }
    }
    Set<Rejection> seen = new HashSet<>();
    List<Cause> distinct = new ArrayList<>(causes.size());
    for (Cause cause : causes) {
      if (seen.add(cause.rejection())) {
        distinct.add(cause);
      }
    }
    return distinct;
  }

  private Cause add(
      Field field, Reason reason, String shown, String head, String detail, InputRule rule) {
    Cause cause =
        new Cause(field, reason, shown, detail.isEmpty() ? head : head + ": " + detail, rule);
    causes.add(cause);
    return cause;
  }

  /** Strings are quoted, numbers are not. */
  private static String quoted(Field field, String shown) {
    return field.isInteger() && shown.equals(field.text()) ? shown : GoText.quote(shown);
  }
}
