package dev.hopcheck.source;

import java.util.Locale;

/** Shows lines of what must not be shown: robustness 113. */
final class SecretLine {
  /** Where {@code kubectl apply} keeps the whole object, values included. */
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private SecretLine() {}

  /** A line outside of secrets, but for the annotation that holds a whole object. */
  static String plain(String line) {
    return line.contains(LAST_APPLIED) ? masked(line) : withoutPasswords(line);
  }

  /**
   * Stars in place of the passwords in addresses, as many, so that marks stay where they belong.
   */
  private static String withoutPasswords(String line) {
    String shown = line;
    for (int at = line.indexOf("://"); at >= 0; at = line.indexOf("://", at + 3)) {
      int colon = -1;
      for (int i = at + 3; i < line.length() && "/?# \"'`,".indexOf(line.charAt(i)) < 0; i++) {
        if (line.charAt(i) == ':' && colon < 0) {
          colon = i;
        } else if (line.charAt(i) == '@' && colon > 0) {
          String stars = "*".repeat(i - colon - 1);
          shown = shown.substring(0, colon + 1) + stars + shown.substring(i);
        }
      }
    }
    return shown;
  }

  /** A line of a Secret with its values hidden: the key and what names the object stay. */
  static String masked(String line) {
    int colon = line.indexOf(':');
    String key = (colon < 0 ? "" : line.substring(0, colon)).strip();
    String plain = key.startsWith("- ") ? key.substring(2).strip() : key;
    boolean harmless =
        switch (plain.toLowerCase(Locale.ROOT)) {
          case "apiversion", "kind", "metadata", "name", "namespace", "type" ->
              line.indexOf('{') < 0;
          default -> false;
        };
    if (harmless || line.isBlank()) {
      return line;
    }
    if (colon < 0) {
      int indent = line.length() - line.stripLeading().length();
      return line.substring(0, indent) + "***";
    }
    return colon + 1 >= line.stripTrailing().length()
        ? line
        : line.substring(0, colon + 1) + " ***";
  }
}
