package dev.hopcheck.source;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The data files that come with Hopcheck. They lie in its jars; a launcher may name a folder that
 * holds them unpacked as well, because opening jars is a sixth of a short run.
 */
public final class PackagedData {
  /** The system property that names the folder, which is laid out as the jars are. */
  private static final @Nullable String FOLDER = System.getProperty("hopcheck.data");

  private PackagedData() {}

  /**
   * Opens a file of the package of a class, or, where the name begins with a slash, one from the
   * root; null where there is none.
   */
  public static @Nullable InputStream open(Class<?> owner, String name) {
    String path =
        name.startsWith("/") ? name : "/" + owner.getPackageName().replace('.', '/') + "/" + name;
    InputStream unpacked = unpacked(path);
    return unpacked == null ? owner.getResourceAsStream(name) : unpacked;
  }

  private static @Nullable InputStream unpacked(String path) {
    if (FOLDER == null) {
      return null;
    }
    try {
      return new FileInputStream(FOLDER + path);
    } catch (FileNotFoundException inTheJarsOnly) {
      return null;
    }
  }
}
