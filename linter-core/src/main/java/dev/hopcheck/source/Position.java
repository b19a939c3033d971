package dev.hopcheck.source;

/**
 * A point in a file as people count it.
 *
 * @param line from 1; lines end with LF, CR or CRLF
 * @param column from 1, in Unicode code points
 */
public record Position(int line, int column) implements Comparable<Position> {
  public Position {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("position before 1:1");
    }
  }

  @Override
  public int compareTo(Position other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }
}
