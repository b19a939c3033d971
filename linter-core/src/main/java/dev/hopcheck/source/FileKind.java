package dev.hopcheck.source;

/** What a file's name tells about its content. */
public enum FileKind {
  MANIFEST,
  /** What shall hold of the network that manifests make. */
  EXPECTATIONS,
  ARCHIVE,
  OTHER;

  /** Whether a walk that comes by would read a file of this path, should it be there. */
  public static boolean isRead(String path) {
    int start = 0;
    for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', start)) {
      if (isExcluded(path.substring(start, end))) {
        return false;
      }
      start = end + 1;
    }
    return of(path) == MANIFEST;
  }

  /** Whether a folder of this name is not entered. */
  static boolean isExcluded(String folder) {
    return folder.equals(".git") || folder.equals("node_modules") || folder.equals("target");
  }

  static FileKind of(String name) {
    if (endsWith(name, ".yaml")
        || endsWith(name, ".yml")
        || endsWith(name, ".json")
        || name.equals("Kustomization")) {
      return MANIFEST;
    }
    if (endsWith(name, ".flows")) {
      return EXPECTATIONS;
    }
    boolean archive = endsWith(name, ".tgz") || endsWith(name, ".tar.gz") || endsWith(name, ".zip");
    return archive ? ARCHIVE : OTHER;
  }

  private static boolean endsWith(String name, String ending) {
    int from = name.length() - ending.length();
    return from >= 0 && name.regionMatches(true, from, ending, 0, ending.length());
  }
}
