package dev.hopcheck.source;

import org.jspecify.annotations.Nullable;

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

  // What Java makes of a record's components when it is first compared costs a short run much.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Span span && start == span.start && end == span.end;
  }

  @Override
  public int hashCode() {
    return 31 * start + end;
  }

  /** Whether the other span lies within this one. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }
}
