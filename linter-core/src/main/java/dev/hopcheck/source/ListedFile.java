package dev.hopcheck.source;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that is to be read.
 *
 * @param name the name shown: the argument as typed, {@code /}, and the path below it
 * @param path where it lies, links resolved; null for standard input
 * @param explicit whether the argument named the file itself, not a folder above it
 * @param size in bytes when it was listed; 0 where it is not known
 */
public record ListedFile(String name, @Nullable Path path, boolean explicit, long size) {
  /** The argument that means standard input, and the name shown for it. */
  public static final String STANDARD_INPUT = "-";

  /** A file of unknown size. */
  public ListedFile(String name, @Nullable Path path, boolean explicit) {
    this(name, path, explicit, 0);
  }
}
