package dev.hopcheck.report;

import java.io.IOException;

/** Shows a unified diff on a terminal. */
public final class DiffText {
  private DiffText() {}

  /** Writes the lines with escapes for what a terminal would obey. */
  public static void write(String diff, Appendable out) throws IOException {
    int start = 0;
    while (start < diff.length()) {
      int newline = diff.indexOf('\n', start);
      int end = newline < 0 ? diff.length() : newline;
      String line = diff.substring(start, end);
      out.append(line.indexOf('\t') < 0 ? Visible.start(line) : tabs(line)).append('\n');
      start = end + 1;
    }
  }

  private static String tabs(String line) {
    StringBuilder shown = new StringBuilder();
    int start = 0;
    for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', start)) {
      shown.append(Visible.line(line.substring(start, tab))).append('\t');
      start = tab + 1;
    }
    return shown.append(Visible.line(line.substring(start))).toString();
  }
}
