package dev.hopcheck.report;

/**
 * Files as CI servers want to know them: below the folder in which the run was started.
 *
 * @param folder that folder, absolute, with slashes; empty where it is not known
 */
record ReportPath(String folder) {
  /** A file's name without what leads from the folder to itself. */
  String of(String name) {
    String path = name;
    if (!folder.isEmpty() && path.startsWith(folder) && path.startsWith("/", folder.length())) {
      path = path.substring(folder.length() + 1);
    }
    while (path.startsWith("./")) {
      path = path.substring(2);
    }
    return path;
  }
}
