package dev.hopcheck.admission;

/** Paths of files, in containers and on nodes. */
final class PathRules {
  private PathRules() {}

  /** A path below some folder: relative and without a way up. */
  static void descending(Field path, String at, Causes causes) {
    if (path.text().startsWith("/")) {
      causes.invalid(path, "must be a relative path").path(at);
    }
    noBacksteps(path, at, causes);
  }

  /** A path without a way up. */
  static void noBacksteps(Field path, String at, Causes causes) {
    if (stepsBack(path.text())) {
      causes.invalid(path, "must not contain '..'").path(at);
    }
  }

  /** A descending path of which the first part does not begin as the server's own files do. */
  static void notReserved(Field path, Causes causes) {
    notReserved(path, path.path(), causes);
  }

  static void notReserved(Field path, String at, Causes causes) {
    descending(path, at, causes);
    String text = path.text();
    if (text.startsWith("..") && !text.startsWith("../")) {
      causes.invalid(path, "must not start with '..'").path(at);
    }
  }

  /** Whether a part of the path is {@code ..}. */
  static boolean stepsBack(String path) {
    int start = 0;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      if (end - start == 2 && path.startsWith("..", start)) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }
}
