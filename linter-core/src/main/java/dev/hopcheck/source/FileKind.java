package dev.hopcheck.source;

/** What a file's name tells about its content. */
enum FileKind {
  MANIFEST,
  /** What shall hold of the network that manifests make. */
  EXPECTATIONS,
  ARCHIVE,
  OTHER;

  static FileKind of(String name) {
    if (endsWith(name, ".yaml") || endsWith(name, ".yml") || endsWith(name, ".json")) {
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
