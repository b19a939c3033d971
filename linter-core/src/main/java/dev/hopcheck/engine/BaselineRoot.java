package dev.hopcheck.engine;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folder below which a baseline names files. It is the baseline's own, or the nearest above it
 * that holds the working directory too, so that it does not matter where a run is started.
 *
 * @param folder of the baseline; absolute, without {@code .} and {@code ..}
 * @param path the folder below which files are named, in the same form
 */
record BaselineRoot(Path folder, Path path) {
  /**
   * Reads what the first line of a baseline says.
   *
   * @param file the baseline
   * @param written its root from its own folder; null for one of the first version, whose files are
   *     named below the working directory
   */
  static BaselineRoot read(Path file, @Nullable String written, Path base) {
    BaselineRoot own = of(file);
    return new BaselineRoot(
        own.folder(), written == null ? absolute(base) : own.folder().resolve(written).normalize());
  }

  /** The root of a baseline that is not there yet. */
  static BaselineRoot of(Path file) {
    Path folder = absolute(file).getParent();
    Path known = folder == null ? absolute(file) : folder;
    return new BaselineRoot(known, known);
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** The nearest root that holds this one, the baseline and the working directory. */
  BaselineRoot holding(Path base) {
    Path at = path;
    while (!folder.startsWith(at) || !absolute(base).startsWith(at)) {
      Path above = at.getParent();
      if (above == null) {
        break;
      }
      at = above;
    }
    return new BaselineRoot(folder, at);
  }

  /** As the first line says it: {@code .}, {@code ..}, {@code ../..} and so on. */
  String text() {
    StringBuilder up = new StringBuilder();
    Path at = folder;
    while (at != null && !at.equals(path)) {
      up.append(up.length() == 0 ? ".." : "/..");
      at = at.getParent();
    }
    return up.length() == 0 ? "." : up.toString();
  }

  /** Whether a text is one that {@link #text} makes. */
  static boolean isValid(String text) {
    return text.equals(".") || ("/" + text).replace("/..", "").isEmpty();
  }

  /** The name that a file below this root has below another, which holds it. */
  String named(String file, BaselineRoot other) {
    String between = other.path().relativize(path).toString();
    return between.isEmpty() ? file : between + "/" + file;
  }
}
