package dev.hopcheck.value;

import java.util.ArrayList;
import java.util.List;

/** The sentences in which kube-apiserver words a broken grammar. */
final class ServerText {
  private ServerText() {}

  /** Wording of the older validators, which say "characters" though they count bytes. */
  static String maxCharacters(int length) {
    return "must be no more than " + length + " characters";
  }

  /** Wording of the newer validators of label keys and values. */
  static String maxBytes(int length) {
    return "must be no more than " + length + " bytes";
  }

  static String inclusiveRange(long low, long high) {
    return "must be between " + low + " and " + high + ", inclusive";
  }

  /** The doubled blank between examples is the server's. */
  static String regex(String message, String regex, String... examples) {
    StringBuilder text = new StringBuilder(message).append(" (");
    for (int i = 0; i < examples.length; i++) {
      text.append(i == 0 ? "e.g. '" : " or '").append(examples[i]).append("', ");
    }
    return text.append("regex used for validation is '").append(regex).append("')").toString();
  }

  /** Length first, then pattern: a value that breaks both has two errors. */
  static List<String> lengthAndPattern(
      String value, int limit, String tooLong, boolean matches, String mismatch) {
    boolean fits = value.length() <= limit && Ascii.utf8Length(value) <= limit;
    if (fits) {
      return matches ? List.of() : List.of(mismatch);
    }
    return matches ? List.of(tooLong) : List.of(tooLong, mismatch);
  }

  static List<String> prefixed(String prefix, List<String> texts) {
    List<String> result = new ArrayList<>(texts.size());
    for (String text : texts) {
      result.add(prefix + text);
    }
    return result;
  }

  /** Adds the rules that keep a name from leading out of a directory. */
  static void addDirectoryErrors(String value, List<String> errors) {
    if (value.equals(".")) {
      errors.add("must not be '.'");
    } else if (value.equals("..")) {
      errors.add("must not be '..'");
    } else if (value.startsWith("..")) {
      errors.add("must not start with '..'");
    }
  }
}
