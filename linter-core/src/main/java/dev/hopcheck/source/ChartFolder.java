package dev.hopcheck.source;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A Helm chart's folder: what lies in its {@code templates} is no manifest before it is rendered.
 */
final class ChartFolder {
  private ChartFolder() {}

  static boolean is(Path folder) {
    return Files.isRegularFile(folder.resolve("Chart.yaml"), LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether a folder is a chart's {@code templates} or lies below one. */
  static boolean isTemplates(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      Path name = at.getFileName();
      Path parent = at.getParent();
      if (name != null && parent != null && name.toString().equals("templates") && is(parent)) {
        return true;
      }
    }
    return false;
  }

  static boolean isBelowTemplates(Path file) {
    Path parent = file.getParent();
    return parent != null && isTemplates(parent);
  }
}
