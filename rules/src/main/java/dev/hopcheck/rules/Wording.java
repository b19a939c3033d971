package dev.hopcheck.rules;

import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.Service;
import java.util.List;

/** Phrases that several rules say alike. */
public final class Wording {
  /** Words that YAML reads as booleans or as nothing unless they are quoted. */
  private static final List<String> NOT_TEXT =
      List.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

  private Wording() {}

  /** The name by which clients of any namespace know the Service. */
  public static String host(Service service) {
    return "`" + service.name() + "." + service.namespace() + ".svc`";
  }

  /** What a client sees of a Service without endpoints (CIP-05, HL-02). */
  public static String withoutEndpoints(Service service) {
    return service.headless()
        ? "without endpoints " + host(service) + " does not resolve (NXDOMAIN)"
        : host(service) + " resolves, but connections to it are refused";
  }

  /** Kind and name, as people say them. */
  public static String title(Resource resource) {
    return "`" + resource.head().kind() + " " + resource.name() + "`";
  }

  /** Names in backticks with commas; of many only the first. */
  public static String list(List<String> names) {
    int most = 4;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(names.size(), most); i++) {
      text.append(i == 0 ? "`" : ", `").append(names.get(i)).append('`');
    }
    if (names.size() > most) {
      text.append(" and ").append(names.size() - most).append(" more");
    }
    return text.toString();
  }

  /** A text as a YAML scalar, quoted where YAML would read something else. */
  public static String scalar(String text) {
    boolean plain = !text.isEmpty() && isLetter(text.charAt(0)) && !isWord(text);
    for (int i = 0; i < text.length() && plain; i++) {
      char c = text.charAt(i);
      plain = isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '/';
    }
    return plain ? text : "\"" + text + "\"";
  }

  private static boolean isWord(String text) {
    for (String word : NOT_TEXT) {
      if (word.equalsIgnoreCase(text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
