package dev.hopcheck.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folders where projects keep their manifests. */
final class DefaultPaths {
  private static final List<String> FOLDERS =
      List.of("src/main/kubernetes", "src/main/k8s", "kubernetes", "k8s", "deploy", "manifests");

  private DefaultPaths() {}

  /** Those that a project has. */
  static List<String> below(Path project) {
    List<String> found = new ArrayList<>();
    for (String folder : FOLDERS) {
      if (Files.isDirectory(project.resolve(folder))) {
        found.add(folder);
      }
    }
    return found;
  }

  /** All of them, to be shown. */
  static String words() {
    return String.join(", ", FOLDERS);
  }
}
