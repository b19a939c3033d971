package dev.hopcheck.report;

import dev.hopcheck.engine.Simulation.SimulatedUnit;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.trace.TracedFlow;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows one unit: the picture of its routes, beside it its findings. */
final class HtmlUnit {
  /** Services in one picture. */
  private static final int MOST_SERVICES = 40;

  private final Html html;
  private final ReportPath paths;
  private final Catalogue catalogue;

  /** Services that may still be drawn on the page. */
  private int budget = 600;

  HtmlUnit(Html html, ReportPath paths, Catalogue catalogue) {
    this.html = html;
    this.paths = paths;
    this.catalogue = catalogue;
  }

  void write(PageUnit page) throws IOException {
    boolean found = !page.findings.isEmpty();
    html.raw("<section class=\"unit\" id=\"" + page.id + "\"");
    html.raw(" aria-labelledby=\"" + page.id + "t\">\n<header><h2 id=\"" + page.id + "t\">");
    html.name(paths.of(page.root)).raw("</h2><p>");
    html.raw(found ? counts(page) : "no findings").raw("</p><p class=\"left\"></p></header>\n");
    html.raw("<div class=\"" + (found ? "beside" : "alone") + "\">\n");
    Set<String> drawn = picture(page);
    if (found) {
      html.raw("<div class=\"findings\">\n");
      findings(page, drawn);
      html.raw("</div>\n");
    }
    html.raw("</div>\n</section>\n");
  }

  private static String counts(PageUnit page) {
    int[] counts = new int[3];
    for (PageFinding one : page.findings) {
      counts[one.finding().severity().ordinal()]++;
    }
    StringBuilder text = new StringBuilder();
    String[] nouns = {"info", "warning", "error"};
    for (int i = counts.length - 1; i >= 0; i--) {
      if (counts[i] > 0) {
        text.append(text.length() == 0 ? "" : ", ");
        text.append(i == 0 ? counts[i] + " info" : Summary.count(counts[i], nouns[i]));
      }
    }
    return text.toString();
  }

  /** Draws the routes, and says which boxes and arrows are drawn. */
  private Set<String> picture(PageUnit page) throws IOException {
    RouteGraph graph = page.graph;
    if (graph == null || graph.nodes().isEmpty()) {
      return Set.of();
    }
    Map<String, RouteSvg.Mark> marks = page.marks();
    RouteSelection chosen =
        RouteSelection.of(graph, marks.keySet(), Math.min(MOST_SERVICES, Math.max(0, budget)));
    int services = chosen.services() - chosen.left();
    budget -= services;
    html.raw("<figure class=\"picture\">\n");
    Set<String> drawn = new HashSet<>();
    if (services > 0) {
      RoutePicture picture = RoutePicture.of(chosen);
      String name = "routes of " + paths.of(page.root);
      html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
      html.attribute("aria-label", name).raw(">\n");
      new RouteSvg(html, paths, marks, page.arrows()).draw(picture, name);
      html.raw("</div>\n");
      for (RouteBox box : picture.boxes()) {
        drawn.add(box.node.id());
      }
      for (RoutePicture.Wire wire : picture.wires()) {
        PageArrows.Arrow arrow = page.arrows().of(wire.edge());
        if (arrow != null) {
          drawn.add(arrow.id());
        }
      }
    }
    if (services == 0 && chosen.left() > 0) {
      html.raw("<figcaption>")
          .raw(Summary.count(chosen.left(), "Service") + " not drawn, " + chosen.leftBroken())
          .raw(" with findings or broken hops: the page has its fill.</figcaption>\n");
    } else if (chosen.left() > 0) {
      html.raw("<figcaption>")
          .raw(
              services
                  + " of "
                  + Summary.count(chosen.services(), "Service")
                  + " drawn, those with")
          .raw(" findings or broken hops first; of the other " + chosen.left() + ", ")
          .raw(chosen.leftBroken() == 0 ? "none has" : chosen.leftBroken() + " have")
          .raw(" any.")
          .raw("</figcaption>\n");
    }
    html.raw("</figure>\n");
    return drawn;
  }

  private void findings(PageUnit page, Set<String> drawn) throws IOException {
    HtmlFinding one = new HtmlFinding(html, paths);
    ServiceWay ways = page.unit == null ? null : new ServiceWay(page.unit.network());
    Map<String, RouteSvg.Mark> marks = page.marks();
    PageArrows arrows = page.arrows();
    for (PageFinding found : page.findings) {
      Finding finding = found.finding();
      RouteSvg.Mark mark = found.box() == null ? null : marks.get(found.box());
      boolean first = mark != null && mark.first().equals(found.id());
      ClientWay way = ways == null ? null : way(found, page, ways, first);
      String arrow = arrows.of(found);
      one.write(
          found,
          found.box() != null && drawn.contains(found.box()),
          catalogue.doc(finding.rule().value()).orElse(null),
          arrow != null && drawn.contains(arrow) ? arrow : null,
          way);
    }
  }

  /**
   * Shown with the heaviest finding of a Service, and with each of an Ingress that has an arrow.
   */
  private static @Nullable ClientWay way(
      PageFinding found, PageUnit page, ServiceWay ways, boolean first) {
    SimulatedUnit unit = page.unit;
    if (unit == null) {
      return null;
    }
    Resource about = page.about(found);
    if (about instanceof Ingress ingress && (first || page.arrows().of(found) != null)) {
      return new IngressWay(unit.network(), ways).of(ingress, found.finding());
    }
    if (!first || !found.finding().resource().kind().equals("Service")) {
      return null;
    }
    NetworkService service =
        unit.network().service(found.namespace(), found.finding().resource().name());
    TracedFlow flow = service == null ? null : ways.to(service);
    return flow == null ? null : new ClientWay(null, flow);
  }
}
