package dev.hopcheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Copies what the launcher needs, so that a test can damage it. */
final class LauncherTree {
  private static final List<String> PARTS = List.of("bin", "training", "target/lib");

  private LauncherTree() {}

  /** Copies to a folder, which stands for the module's; returns the launcher there. */
  static Path copyTo(Path home) throws IOException {
    for (String part : PARTS) {
      Path target = Files.createDirectories(home.resolve(part));
      try (Stream<Path> files = Files.list(Path.of(part))) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return home.resolve("bin/hopcheck");
  }
}
