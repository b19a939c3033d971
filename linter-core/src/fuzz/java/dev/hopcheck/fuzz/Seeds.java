package dev.hopcheck.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Our own test data to begin with; fuzzing finds little from nothing. */
public final class Seeds {
  /** Bytes; what is longer slows fuzzing down and teaches nothing more. */
  private static final long LONGEST = 3000;

  private Seeds() {}

  /** Manifests. */
  public static Stream<byte[]> manifests() throws IOException {
    return below("", ".yaml");
  }

  /** Files of expectations. */
  public static Stream<byte[]> flows() throws IOException {
    return below("", ".flows");
  }

  private static Stream<byte[]> below(String folder, String ending) throws IOException {
    List<Path> files;
    try (Stream<Path> walked =
        Files.walk(Path.of(System.getProperty("hopcheck.testdata", "../testdata"), folder))) {
      files = walked.filter(path -> isSmall(path, ending)).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new IllegalStateException("no " + ending + " to begin with");
    }
    return files.stream().map(Seeds::bytes);
  }

  private static boolean isSmall(Path path, String ending) {
    return Files.isRegularFile(path)
        && path.toString().endsWith(ending)
        && path.toFile().length() < LONGEST;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
