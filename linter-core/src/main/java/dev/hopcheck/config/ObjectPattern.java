package dev.hopcheck.config;

import dev.hopcheck.finding.ResourceRef;
import org.jspecify.annotations.Nullable;

/**
 * Objects that are meant: {@code Kind/namespace/name} or {@code Kind/name}; {@code *} stands for
 * any characters.
 *
 * @param namespace {@code *} for any, and for none
 */
public record ObjectPattern(String kind, String namespace, String name) {
  /** Reads a pattern; null where the text is none. */
  static @Nullable ObjectPattern parse(String text) {
    if (text.length() > Glob.LONGEST) {
      return null;
    }
    int first = text.indexOf('/');
    int second = first < 0 ? -1 : text.indexOf('/', first + 1);
    if (first <= 0 || text.endsWith("/") || text.indexOf('/', second + 1) > second && second > 0) {
      return null;
    }
    return second < 0
        ? new ObjectPattern(text.substring(0, first), "*", text.substring(first + 1))
        : new ObjectPattern(
            text.substring(0, first),
            text.substring(first + 1, second),
            text.substring(second + 1));
  }

  /** Whether the object is meant; one without a namespace lies in {@code assumed}. */
  public boolean matches(ResourceRef object, String assumed) {
    String where = object.namespace().isEmpty() ? assumed : object.namespace();
    return like(kind, object.kind()) && like(namespace, where) && like(name, object.name());
  }

  /** Takes back one star at a time: never slower than pattern length times text length. */
  private static boolean like(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int from = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        from = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++from;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  @Override
  public String toString() {
    return kind + "/" + namespace + "/" + name;
  }
}
