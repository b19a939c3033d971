package dev.hopcheck.engine;

import dev.hopcheck.value.Nearest;
import dev.hopcheck.yaml.YamlNode;
import java.util.List;

/** Knows what must not be shown when it is read, before anything is said of it. */
final class Secrecy {
  private static final List<String> SECRET = List.of("Secret");

  private Secrecy() {}

  /**
   * Whether a document is a Secret, or may be meant as one: the kind is misspelt or missing, which
   * says nothing of the values.
   */
  static boolean isSecret(String kind, YamlNode node) {
    if (kind.equals("Secret")) {
      return true;
    }
    if (kind.isEmpty()) {
      return node.get("stringData") != null || node.get("data") != null;
    }
    return Math.abs(kind.length() - 6) <= 2 && Nearest.of(kind, SECRET).isPresent();
  }
}
