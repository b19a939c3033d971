package dev.hopcheck.promise;

import dev.hopcheck.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Whether a finding points at what its headline talks about. */
final class Headlines {
  private Headlines() {}

  /**
   * Whether the text at the place is a value in the headline's backticks, or a key that the
   * headline names, alone or as a step of a field path.
   */
  static boolean names(Finding finding) {
    String text = unquoted(finding.location().text().strip());
    for (String named : quoted(finding.headline())) {
      if (named.equals(text) || shortened(named, text) || isStep(named, text)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> quoted(String headline) {
    List<String> parts = new ArrayList<>();
    String[] pieces = headline.split("`", -1);
    for (int i = 1; i < pieces.length; i += 2) {
      parts.add(pieces[i]);
    }
    return parts;
  }

  private static String unquoted(String text) {
    boolean quoted =
        text.length() > 1
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  /** A long text is cut in a headline. */
  private static boolean shortened(String named, String text) {
    return named.endsWith("…") && text.startsWith(named.substring(0, named.length() - 1));
  }

  private static boolean isStep(String path, String key) {
    for (String step : path.split("[.\\[\\]]")) {
      if (step.equals(key)) {
        return true;
      }
    }
    // `matchLabels.app.kubernetes.io/name`, `app=web`: keys with dots, and pairs.
    return path.endsWith("." + key)
        || path.endsWith("[" + key + "]")
        || path.startsWith(key + "=")
        || path.endsWith("=" + key);
  }
}
