package dev.hopcheck.value;

import java.util.List;
import java.util.Locale;

/** Names of variables whose values may be secret. */
public final class SecretName {
  private static final List<String> WORDS =
      List.of("pass", "pwd", "secret", "token", "key", "credential", "auth");

  private SecretName() {}

  /** Whether a name tells that its value may be secret: {@code DB_PASSWORD}, {@code apiKey}. */
  public static boolean is(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String word : WORDS) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
