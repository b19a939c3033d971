package dev.hopcheck.value;

import java.util.ArrayList;
import java.util.List;

/**
 * A qualified name, the grammar of label keys: {@code [prefix/]name}, the prefix a subdomain, the
 * name of at most 63 bytes. Annotation keys are lower-cased before they are looked at (META-09).
 *
 * <p>Source: apiserver.md section 3, QN. Each broken part has errors of its own; a second slash
 * gives one error for the whole.
 */
public final class QualifiedName {
  /** Longest part after the slash, in bytes. */
  public static final int MAX_NAME_LENGTH = 63;

  static final String REGEX = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
  private static final String MISMATCH =
      ServerText.regex(
          "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
              + " alphanumeric character",
          REGEX,
          "MyName",
          "my.name",
          "123-abc");
  private static final String TOO_MANY_PARTS =
      "a valid label key "
          + MISMATCH
          + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";

  private QualifiedName() {}

  /** Says whether the value is a qualified name. */
  public static boolean isValid(String value) {
    return errors(value).isEmpty();
  }

  /** Returns the part before the slash, or an empty text where there is none. */
  public static String prefix(String value) {
    int slash = value.indexOf('/');
    return slash < 0 ? "" : value.substring(0, slash);
  }

  /** Returns what the server says, the prefix before the name; empty when the value is accepted. */
  public static List<String> errors(String value) {
    int slash = value.indexOf('/');
    if (slash < 0) {
      return nameMatches(value, 0) && value.length() <= MAX_NAME_LENGTH
          ? List.of()
          : nameErrors(value);
    }
    int length = value.length() - slash - 1;
    boolean accepted =
        slash <= Dns1123Subdomain.MAX_LENGTH
            && length <= MAX_NAME_LENGTH
            && nameMatches(value, slash + 1)
            && Dns1123Subdomain.matches(value, 0, slash);
    return accepted ? List.of() : broken(value, slash);
  }

  private static List<String> broken(String value, int slash) {
    if (value.indexOf('/', slash + 1) >= 0) {
      return List.of(TOO_MANY_PARTS);
    }
    List<String> errors = new ArrayList<>(2);
    if (slash == 0) {
      errors.add("prefix part must be non-empty");
    } else {
      List<String> prefixErrors = Dns1123Subdomain.prefixErrors(value.substring(0, slash));
      errors.addAll(ServerText.prefixed("prefix part ", prefixErrors));
    }
    errors.addAll(nameErrors(value.substring(slash + 1)));
    return errors.isEmpty() ? List.of() : List.copyOf(errors);
  }

  private static List<String> nameErrors(String name) {
    List<String> errors = new ArrayList<>(2);
    if (name.isEmpty()) {
      errors.add("name part must be non-empty");
    } else if (Ascii.utf8Length(name) > MAX_NAME_LENGTH) {
      errors.add("name part " + ServerText.maxBytes(MAX_NAME_LENGTH));
    }
    if (!nameMatches(name, 0)) {
      errors.add("name part " + MISMATCH);
    }
    return List.copyOf(errors);
  }

  /**
   * Says whether the text from there on has the form of a name or of a label value that is not
   * empty.
   */
  static boolean nameMatches(String value, int from) {
    int end = value.length();
    if (from >= end
        || !Ascii.isLetterOrDigit(value.charAt(from))
        || !Ascii.isLetterOrDigit(value.charAt(end - 1))) {
      return false;
    }
    for (int i = from + 1; i < end - 1; i++) {
      char c = value.charAt(i);
      if (!Ascii.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }
}
