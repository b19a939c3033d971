package dev.hopcheck.report;

import dev.hopcheck.report.RouteGraph.Kind;
import dev.hopcheck.report.RouteGraph.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A box of a picture of routes: its lines of text, a row for each way that leaves it, its place.
 */
final class RouteBox {
  static final int WIDTH = 226;
  static final int LINE = 17;

  /** Characters of a monospaced line of 12 pixels that fit between the box's sides. */
  private static final int COLUMNS = 28;

  /** Characters of a line of 11 pixels, which are not as wide. */
  private static final int SMALL = 36;

  private static final int PADDING = 9;
  private static final int MOST_LINES = 3;

  final Node node;
  final String kind;
  final List<String> title;
  final List<String> more = new ArrayList<>();
  final List<Row> rows = new ArrayList<>();
  int x;
  int y;

  /**
   * A way that leaves the box.
   *
   * @param label what its arrows say
   * @param lines the label as it is shown
   * @param broken whether all arrows of the row are
   */
  record Row(String label, List<String> lines, boolean broken) {}

  RouteBox(Node node, int hidden) {
    this.node = node;
    List<String> lines = node.lines();
    String first = lines.isEmpty() ? "" : lines.get(0);
    int space = first.indexOf(' ');
    boolean door = node.kind() == Kind.DOOR && lines.size() > 1;
    boolean resource = !door && node.about() != null && space > 0;
    kind = resource ? first.substring(0, space) : door ? first : word(node.kind());
    title = wrap(shown(node, resource ? first.substring(space + 1) : door ? lines.get(1) : first));
    for (int i = door ? 2 : 1; i < lines.size(); i++) {
      more.addAll(wrap(lines.get(i), SMALL, 2));
    }
    if (hidden > 0) {
      more.add("and " + hidden + " more, not drawn");
    }
  }

  private static List<String> wrap(String title) {
    return wrap(title, COLUMNS, MOST_LINES);
  }

  /** Nothing is set as code in a box. */
  private static String shown(Node node, String text) {
    return node.kind() == Kind.MISSING || node.kind() == Kind.UNKNOWN
        ? text.replace("`", "")
        : text;
  }

  /** Whether it stands for several pods, as far as is known. */
  boolean several() {
    return node.kind() == Kind.PODS && !kind.equals("Pod");
  }

  private static String word(Kind kind) {
    return switch (kind) {
      case OUTSIDE -> "outside";
      case DOOR -> "way in";
      case SERVICE -> "Service";
      case PODS -> "pods";
      case ELSEWHERE -> "elsewhere";
      case MISSING -> "missing";
      case UNKNOWN -> "not known";
    };
  }

  /** Makes sure that there is a row of that label; none is needed for an arrow without words. */
  void leave(String label, boolean broken) {
    if (label.isEmpty()) {
      return;
    }
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.label().equals(label)) {
        rows.set(i, new Row(label, row.lines(), row.broken() && broken));
        return;
      }
    }
    rows.add(new Row(label, wrap(label, COLUMNS, 2), broken));
  }

  int height() {
    int lines = 1 + title.size() + more.size();
    int rowLines = 0;
    for (Row row : rows) {
      rowLines += row.lines().size();
    }
    int rule = rows.isEmpty() ? 0 : PADDING;
    return 2 * PADDING + (lines + rowLines) * LINE + rule;
  }

  /** The base line of the text line of that number. */
  int baseLine(int line) {
    return y + PADDING + line * LINE + 12;
  }

  /** Where the line lies between the box's own text and its rows. */
  int ruleY() {
    return y + PADDING + (1 + title.size() + more.size()) * LINE + PADDING / 2;
  }

  /** The base line of a row's first line. */
  int rowBaseLine(int row) {
    int line = ruleY() + PADDING / 2 + 12;
    for (int i = 0; i < row; i++) {
      line += rows.get(i).lines().size() * LINE;
    }
    return line;
  }

  /** The height at which an arrow with that label leaves. */
  int leavesAt(String label) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).label().equals(label)) {
        return rowBaseLine(i) - 4 + (rows.get(i).lines().size() - 1) * LINE / 2;
      }
    }
    return entersAt();
  }

  /** The height at which arrows arrive. */
  int entersAt() {
    return y + PADDING + LINE + title.size() * LINE / 2;
  }

  /** Breaks where names have joints, else where the line ends; what does not fit is cut. */
  private static List<String> wrap(String text, int columns, int most) {
    String rest = Visible.name(text);
    List<String> lines = new ArrayList<>(1);
    while (rest.length() > columns && lines.size() < most - 1) {
      int end = joint(rest, columns);
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    if (rest.length() > columns) {
      rest = rest.substring(0, whole(rest, columns - 1)) + "\u2026";
    }
    lines.add(rest);
    return lines;
  }

  private static int joint(String text, int columns) {
    for (int end = columns; end > columns / 2; end--) {
      if (" /-.:_".indexOf(text.charAt(end - 1)) >= 0) {
        return end;
      }
    }
    return whole(text, columns);
  }

  /** An end that parts no surrogates. */
  private static int whole(String text, int end) {
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }
}
