package dev.hopcheck.config;

import org.jspecify.annotations.Nullable;

/** Paths that a configuration may name: those below the working directory (robustness 107). */
final class RelativePath {
  private RelativePath() {}

  /** Why the path is refused; null where it lies below the working directory as it is written. */
  static @Nullable String fault(String path) {
    boolean absolute =
        path.isEmpty()
            || path.charAt(0) == '/'
            || path.charAt(0) == '~'
            || path.indexOf('\\') >= 0
            || path.indexOf(':') >= 0;
    boolean leaves = path.equals("..") || path.startsWith("../") || path.endsWith("/..");
    return absolute || leaves || path.contains("/../")
        ? "`" + path + "` does not lie below the working directory"
        : null;
  }
}
