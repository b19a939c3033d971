package dev.hopcheck.schema;

/** A range of minor versions as the bundle writes it: {@code 28-33}, both ends included. */
final class Versions {
  private Versions() {}

  static boolean contains(String text, int at, KubernetesVersion version) {
    int first = (text.charAt(at) - '0') * 10 + (text.charAt(at + 1) - '0');
    int last = (text.charAt(at + 3) - '0') * 10 + (text.charAt(at + 4) - '0');
    return first <= version.minor() && version.minor() <= last;
  }
}
