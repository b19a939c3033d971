package dev.hopcheck.report;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.report.RouteGraph.Edge;
import dev.hopcheck.report.RouteGraph.Kind;
import dev.hopcheck.source.Location;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Draws a picture of routes as SVG inside a page; boxes with findings lead to the heaviest of them.
 */
final class RouteSvg {
  private static final List<String> HEADS = List.of("ways in", "Services", "behind them");

  private final Html html;
  private final Map<String, Mark> marks;
  private final PageArrows arrows;
  private final ReportPath paths;

  /**
   * What was found at a box.
   *
   * @param first id of the first of the heaviest findings
   */
  record Mark(Severity worst, int count, String first) {}

  RouteSvg(Html html, ReportPath paths, Map<String, Mark> marks, PageArrows arrows) {
    this.html = html;
    this.paths = paths;
    this.marks = marks;
    this.arrows = arrows;
  }

  void draw(RoutePicture picture, String title) throws IOException {
    int width = picture.width();
    int height = picture.height();
    html.raw("<svg class=\"routes\" role=\"group\" width=\"" + width + "\" height=\"" + height)
        .raw("\" viewBox=\"0 0 " + width + " " + height + "\"")
        .attribute("aria-label", title)
        .raw(">\n");
    for (int i = 0; i < picture.columns().length; i++) {
      if (picture.columns()[i] >= 0) {
        line("head", picture.columns()[i], 12, HEADS.get(i));
      }
    }
    for (RoutePicture.Wire wire : picture.wires()) {
      wire(wire);
    }
    for (int[] pill : picture.pills()) {
      rect("pill", pill[0], pill[1], RoutePicture.PILL_WIDTH, RoutePicture.PILL_HEIGHT, 13);
      line("pilltext", pill[0] + RoutePicture.PILL_WIDTH / 2, pill[1] + 17, "outside");
    }
    for (RouteBox box : picture.boxes()) {
      box(box);
    }
    html.raw("</svg>\n");
  }

  private void wire(RoutePicture.Wire wire) throws IOException {
    int middle = (wire.x1() + wire.x2()) / 2;
    int end = wire.x2() - 1;
    String path =
        "M" + wire.x1() + " " + wire.y1() + "C" + middle + " " + wire.y1() + " " + middle + " "
            + wire.y2() + " " + end + " " + wire.y2();
    PageArrows.Arrow arrow = arrows.of(wire.edge());
    Edge edge = wire.edge();
    html.raw(edge == null ? "" : arrow == null ? "<g>" : "<g id=\"" + arrow.id() + "\">");
    if (arrow != null) {
      String does = wire.broken() ? "connections do not get through: " : "a connection: ";
      html.raw("<a class=\"arrow\" href=\"#" + arrow.finding().id() + "\"")
          .attribute("aria-label", does + arrow.finding().finding().headline().replace("`", ""))
          .raw("><path class=\"grip\" d=\"" + path + "\"/>");
    }
    html.raw("<path class=\"wire" + (wire.broken() ? " broken" : "") + "\" d=\"" + path + "\"/>");
    if (wire.broken()) {
      int y = (wire.y1() + wire.y2()) / 2;
      html.raw("<g class=\"cross\"><circle cx=\"" + middle + "\" cy=\"" + y + "\" r=\"9\"/>")
          .raw("<path d=\"M" + (middle - 4) + " " + (y - 4) + "l8 8m0-8l-8 8\"/></g>");
    } else {
      html.raw("<path class=\"tip\" d=\"M" + (end - 6) + " " + (wire.y2() - 4) + "l6 4l-6 4\"/>");
    }
    if (edge != null) {
      title(edge, arrow);
    }
    html.raw(arrow == null ? "" : "</a>").raw(edge == null ? "\n" : "</g>\n");
  }

  /** What is shown where the pointer rests: what the arrow says, and where that is written. */
  private void title(Edge edge, PageArrows.@Nullable Arrow arrow) throws IOException {
    Location at = edge.at();
    html.raw("<title>").text(edge.way().shortly());
    html.raw(edge.broken() ? " \u2013 connections do not get through" : "");
    if (arrow != null) {
      // No line begins with what others wrote: a CI runner might take it for a command.
      Finding finding = arrow.finding().finding();
      html.raw("\n" + finding.severity().word() + ": ").text(finding.headline().replace("`", ""));
    }
    if (at != null) {
      String name = at.isRendered() ? at.name() : paths.of(at.file().name());
      html.raw("\nat ").name(name).raw(":" + at.start().line());
    }
    html.raw("</title>");
  }

  private void box(RouteBox box) throws IOException {
    Mark mark = marks.get(box.node.id());
    String kind = box.node.kind().name().toLowerCase(Locale.ROOT);
    String severity = mark == null ? "" : " " + mark.worst().word();
    html.raw("<g class=\"box " + kind + severity + "\" id=\"" + box.node.id() + "\">");
    if (mark != null) {
      html.raw("<a href=\"#" + mark.first() + "\" data-hop=\"" + box.node.id() + "\"")
          .attribute(
              "aria-label",
              String.join(" ", box.node.lines()) + ": " + Summary.count(mark.count(), "finding"))
          .raw(">");
    }
    html.raw("<title>").text(String.join(", ", box.node.lines())).raw("</title>");
    int height = box.height();
    if (box.several()) {
      rect("behind", box.x + 4, box.y + 4, RouteBox.WIDTH - 4, height, 8);
    }
    int width = box.several() ? RouteBox.WIDTH - 4 : RouteBox.WIDTH;
    rect("face", box.x, box.y, width, height, box.node.kind() == Kind.SERVICE ? 14 : 6);
    texts(box);
    if (mark != null) {
      badge(box, mark);
    }
    html.raw(mark == null ? "</g>\n" : "</a></g>\n");
  }

  private void texts(RouteBox box) throws IOException {
    int x = box.x + 12;
    int line = 0;
    line("kind", x, box.baseLine(line++), box.kind);
    for (String text : box.title) {
      line("title", x, box.baseLine(line++), text);
    }
    for (String text : box.more) {
      line("more", x, box.baseLine(line++), text);
    }
    if (!box.rows.isEmpty()) {
      int y = box.ruleY();
      html.raw("<path class=\"rule\" d=\"M" + box.x + " " + y + "h" + RouteBox.WIDTH + "\"/>");
    }
    for (int i = 0; i < box.rows.size(); i++) {
      RouteBox.Row row = box.rows.get(i);
      int y = box.rowBaseLine(i);
      html.raw("<g><title>").text(row.label()).raw("</title>");
      for (String text : row.lines()) {
        line(row.broken() ? "row lost" : "row", x, y, text);
        y += RouteBox.LINE;
      }
      html.raw("</g>");
    }
  }

  private void badge(RouteBox box, Mark mark) throws IOException {
    String count = mark.count() > 99 ? "99+" : Integer.toString(mark.count());
    int wide = 12 + 7 * count.length();
    int x = box.x + RouteBox.WIDTH - wide - 10;
    rect("badge", x, box.y + 9, wide, 18, 9);
    line("badgetext", x + wide / 2, box.y + 22, count);
  }

  private void rect(String type, int x, int y, int width, int height, int round)
      throws IOException {
    html.raw("<rect class=\"" + type + "\" x=\"" + x + "\" y=\"" + y + "\" width=\"" + width)
        .raw("\" height=\"" + height + "\" rx=\"" + round + "\"/>");
  }

  private void line(String type, int x, int y, String text) throws IOException {
    html.raw("<text class=\"" + type + "\" x=\"" + x + "\" y=\"" + y + "\">")
        .text(text)
        .raw("</text>");
  }
}
