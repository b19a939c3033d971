package dev.hopcheck.value;

import java.util.ArrayList;
import java.util.List;

/**
 * One segment of a URL path, the least that every object name must be and all that a name of an
 * RBAC object must be.
 *
 * <p>Source: apiserver.md section 3, SEG. An empty value is accepted.
 */
public final class PathSegment {
  private PathSegment() {}

  /** Returns what the server says about a whole segment; empty when it is accepted. */
  public static List<String> errors(String value) {
    if (value.equals(".") || value.equals("..")) {
      return List.of("may not be '" + value + "'");
    }
    return prefixErrors(value);
  }

  /** Returns what the server says about the beginning of a segment, as for {@code generateName}. */
  public static List<String> prefixErrors(String value) {
    boolean slash = value.indexOf('/') >= 0;
    boolean percent = value.indexOf('%') >= 0;
    if (!slash && !percent) {
      return List.of();
    }
    List<String> errors = new ArrayList<>(2);
    if (slash) {
      errors.add("may not contain '/'");
    }
    if (percent) {
      errors.add("may not contain '%'");
    }
    return List.copyOf(errors);
  }
}
