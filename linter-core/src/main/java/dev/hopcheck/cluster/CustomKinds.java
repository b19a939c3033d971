package dev.hopcheck.cluster;

import java.util.HashSet;
import java.util.Set;

/**
 * What is known of kinds that no schema of ours describes; the data is {@code custom-kinds.txt}.
 */
final class CustomKinds {
  private CustomKinds() {}

  /** Read when a custom resource is met first. */
  private static final class Known {
    static final Set<String> BUILT_IN = new HashSet<>();
    static final Set<String> INERT = new HashSet<>();
    static final Set<String> RELEASE = new HashSet<>();

    static {
      for (String line : DataLines.read("custom-kinds.txt")) {
        int space = line.indexOf(' ');
        String what = line.substring(space + 1).trim();
        switch (line.substring(0, space)) {
          case "built-in" -> BUILT_IN.add(what);
          case "inert" -> INERT.add(what);
          case "release" -> RELEASE.add(what);
          default -> throw new IllegalStateException("custom-kinds.txt: " + line);
        }
      }
    }
  }

  /**
   * Whether an operator may make pods of such a resource; kinds without a pod template are meant.
   */
  static boolean mayMakePods(String group, String kind) {
    return !in(Known.BUILT_IN, group, kind)
        && !in(Known.INERT, group, kind)
        && !in(Known.RELEASE, group, kind);
  }

  /** Whether such a resource installs further resources. */
  static boolean isRelease(String group, String kind) {
    return group.indexOf('.') > 0 && in(Known.RELEASE, group, kind);
  }

  /** A whole group, all groups below a domain ({@code *.example.com}), or one kind of a group. */
  private static boolean in(Set<String> known, String group, String kind) {
    if (known.contains(group.isEmpty() ? "core" : group) || known.contains(group + "/" + kind)) {
      return true;
    }
    for (int dot = group.indexOf('.'); dot >= 0; dot = group.indexOf('.', dot + 1)) {
      if (known.contains("*" + group.substring(dot))) {
        return true;
      }
    }
    return false;
  }
}
