package dev.hopcheck.source;

/**
 * A range of bytes of a {@link SourceFile}.
 *
 * @param start offset of the first byte, from 0
 * @param end offset behind the last byte, at least {@code start}
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("span " + start + ".." + end);
    }
  }

  /** Whether the other span lies within this one. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }
}
