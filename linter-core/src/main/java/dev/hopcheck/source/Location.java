package dev.hopcheck.source;

import org.jspecify.annotations.Nullable;

/** A range in a file; lines and columns are computed when asked for. */
public record Location(SourceFile file, Span span) implements Comparable<Location> {
  /** The first character's position. */
  public Position start() {
    return file.position(span.start());
  }

  /** The position behind the last character. */
  public Position end() {
    return file.position(span.end());
  }

  /** The name of what holds it: the file, or the template from which standard input was made. */
  public String name() {
    return file.nameAt(span.start());
  }

  /** Whether it was made of a template; lines and columns are those of standard input. */
  public boolean isRendered() {
    return !name().equals(file.name());
  }

  /** Whether both begin on the same line of the same file. */
  public boolean isOnLineOf(Location other) {
    return file == other.file && start().line() == other.start().line();
  }

  /** The text of the range. */
  public String text() {
    return file.text(span);
  }

  // By hand, as for spans.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Location that && file.equals(that.file) && span.equals(that.span);
  }

  @Override
  public int hashCode() {
    return 31 * file.hashCode() + span.hashCode();
  }

  /** Orders by file name, then by range. */
  @Override
  public int compareTo(Location other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    return span.start() != other.span.start()
        ? Integer.compare(span.start(), other.span.start())
        : Integer.compare(span.end(), other.span.end());
  }
}
