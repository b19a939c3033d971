package dev.hopcheck.report;

import dev.hopcheck.finding.Callout;
import dev.hopcheck.source.Position;
import dev.hopcheck.source.SourceFile;
import java.util.List;

/**
 * One line of a manifest as a terminal shows it: tabs expanded, what cannot be seen escaped, long
 * lines cut, with the columns under which a mark goes.
 *
 * @param text what to show
 * @param mark number of columns before the mark
 * @param width columns that the mark spans, at least 1
 */
record SourceLine(String text, int mark, int width) {
  private static final int TAB = 4;

  /** A terminal of 120 columns, less the margin with the line's number. */
  private static final int LONGEST = 110;

  private static final int BEFORE = 30;
  private static final String CUT = "\u2026";

  /** Lays out the line in which a callout starts, with the callout's range marked. */
  static SourceLine of(Callout callout) {
    Position start = callout.at().start();
    Position end = callout.at().end();
    SourceFile in = callout.at().file();
    String text = start.line() > in.lines() ? "" : in.shown(start.line());
    int to = end.line() > start.line() ? Integer.MAX_VALUE : end.column();
    return of(text, start.column(), to);
  }

  /**
   * Lays out a line.
   *
   * @param from column of the marked range's first character, from 1, in code points
   * @param to column behind its last character; beyond the line's end for ranges that go on
   */
  static SourceLine of(String line, int from, int to) {
    StringBuilder shown = new StringBuilder(line.length() + 8);
    int column = 1;
    int width = 0;
    int start = -1;
    int end = -1;
    for (int at = 0; at < line.length(); column++) {
      start = column == from ? width : start;
      end = column == to ? width : end;
      int point = line.codePointAt(at);
      width += show(line, at, point, width, shown);
      at += Character.charCount(point);
    }
    start = start < 0 ? width : start;
    end = end < 0 ? width : end;
    int marked = Math.max(1, end - start);
    return width <= LONGEST
        ? new SourceLine(shown.toString(), start, marked)
        : cut(shown.toString(), start, marked);
  }

  /** The text before the mark, under it and behind it. */
  List<String> parts() {
    int from = index(mark);
    int to = Math.max(from, index(mark + width));
    return List.of(text.substring(0, from), text.substring(from, to), text.substring(to));
  }

  private int index(int column) {
    int at = 0;
    for (int passed = 0; at < text.length() && passed < column; ) {
      int point = text.codePointAt(at);
      passed += columns(point);
      at += Character.charCount(point);
    }
    return at;
  }

  private static int show(String line, int at, int point, int width, StringBuilder shown) {
    if (point == '\t') {
      int spaces = TAB - width % TAB;
      shown.append(" ".repeat(spaces));
      return spaces;
    }
    if (Visible.isHidden(line, at)) {
      int before = shown.length();
      Visible.escape(point, shown);
      return shown.length() - before;
    }
    shown.appendCodePoint(point);
    return columns(point);
  }

  /** Keeps the marked range in sight. */
  private static SourceLine cut(String text, int mark, int width) {
    int first = mark <= LONGEST - BEFORE ? 0 : mark - BEFORE;
    StringBuilder shown = new StringBuilder(LONGEST + 8);
    if (first > 0) {
      shown.append(CUT);
    }
    int column = 0;
    int kept = 0;
    for (int at = 0; at < text.length() && kept < LONGEST; ) {
      int point = text.codePointAt(at);
      if (column >= first) {
        shown.appendCodePoint(point);
        kept += columns(point);
      }
      column += columns(point);
      at += Character.charCount(point);
    }
    shown.append(CUT);
    int moved = first > 0 ? mark - first + 1 : mark;
    return new SourceLine(shown.toString(), moved, Math.max(1, Math.min(width, LONGEST - moved)));
  }

  /** East Asian wide characters and emoji take two columns, combining marks none. */
  private static int columns(int point) {
    if (point < 0x300) {
      return 1;
    }
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        (point >= 0x1100 && point <= 0x115F)
            || (point >= 0x2E80 && point <= 0xA4CF)
            || (point >= 0xAC00 && point <= 0xD7A3)
            || (point >= 0xF900 && point <= 0xFAFF)
            || (point >= 0xFE30 && point <= 0xFE6F)
            || (point >= 0xFF00 && point <= 0xFF60)
            || (point >= 0xFFE0 && point <= 0xFFE6)
            || (point >= 0x1F300 && point <= 0x1FAFF)
            || (point >= 0x20000 && point <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
