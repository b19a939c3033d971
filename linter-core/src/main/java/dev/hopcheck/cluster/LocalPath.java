package dev.hopcheck.cluster;

/** Paths between files of the input, by the names that are shown. */
final class LocalPath {
  private LocalPath() {}

  /**
   * The name of what is given relative to a folder; one that no file of the input has where it
   * leads out of what the names know.
   */
  static String resolve(String folder, String path) {
    String at = path.startsWith("/") ? "/" : folder;
    int start = 0;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      String part = path.substring(start, end);
      if (part.equals("..")) {
        at = above(at);
      } else if (!part.isEmpty() && !part.equals(".")) {
        at = at.isEmpty() ? part : at.endsWith("/") ? at + part : at + "/" + part;
      }
      start = end + 1;
    }
    return at;
  }

  private static String above(String folder) {
    boolean unknown =
        folder.isEmpty() || folder.equals(".") || folder.equals("..") || folder.endsWith("/..");
    return unknown ? folder.isEmpty() ? ".." : folder + "/.." : Units.folder(folder);
  }
}
