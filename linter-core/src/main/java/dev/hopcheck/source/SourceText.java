package dev.hopcheck.source;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of reading one file: either its text or why there is none.
 *
 * @param file null where the file could not be read
 * @param unreadable null where it could
 */
public record SourceText(@Nullable SourceFile file, @Nullable Unreadable unreadable) {
  static SourceText of(SourceFile file) {
    return new SourceText(file, null);
  }

  static SourceText none(String id, String name, @Nullable Position at, String message) {
    return new SourceText(null, new Unreadable(id, name, at, message));
  }
}
