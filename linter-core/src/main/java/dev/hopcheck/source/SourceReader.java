package dev.hopcheck.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files into memory. */
public final class SourceReader {
  private SourceReader() {}

  /** Reads one file under the name shown. */
  public static SourceFile read(String name, Path path) throws IOException {
    return SourceFile.of(name, path, Files.readAllBytes(path));
  }
}
