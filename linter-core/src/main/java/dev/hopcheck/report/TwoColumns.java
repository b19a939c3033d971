package dev.hopcheck.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lines with a place and a remark behind some of them, each in a column of its own. */
final class TwoColumns {
  /** Lines longer than this push their own place to the right, and no other. */
  private static final int WIDEST = 72;

  private static final int GAP = 3;

  private record Row(String text, String place, String remark) {}

  private final List<Row> rows = new ArrayList<>();

  /** Adds a line without a place. */
  void line(String text) {
    rows.add(new Row(Visible.start(text), "", ""));
  }

  /** Adds a line; the place must be safe to show already. */
  void row(String text, String place, String remark) {
    rows.add(new Row(Visible.start(text), place, Visible.line(remark)));
  }

  /** Adds the lines of another. */
  void addAll(TwoColumns others) {
    rows.addAll(others.rows);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Writes all lines, each indented. */
  void write(String indent, Appendable out) throws IOException {
    int textWidth = 0;
    int placeWidth = 0;
    for (Row row : rows) {
      if (!row.place().isEmpty()) {
        int width = width(row.text());
        textWidth = width <= WIDEST ? Math.max(textWidth, width) : textWidth;
        placeWidth = Math.max(placeWidth, width(row.place()));
      }
    }
    for (Row row : rows) {
      StringBuilder line = new StringBuilder(indent).append(row.text());
      if (!row.place().isEmpty()) {
        pad(line, textWidth - width(row.text()) + GAP);
        line.append(row.place());
      }
      if (!row.remark().isEmpty()) {
        pad(line, placeWidth - width(row.place()) + GAP);
        line.append(row.remark());
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  private static void pad(StringBuilder line, int count) {
    for (int i = 0; i < Math.max(GAP, count); i++) {
      line.append(' ');
    }
  }
}
