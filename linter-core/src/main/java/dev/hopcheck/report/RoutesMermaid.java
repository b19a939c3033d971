package dev.hopcheck.report;

import dev.hopcheck.engine.Simulation;
import dev.hopcheck.finding.Problem;
import java.io.IOException;
import java.util.List;

/** Draws routes as a flowchart of Mermaid, which code hosts show in Markdown. */
public final class RoutesMermaid {
  /** What Mermaid draws unless its host is set up otherwise ({@code maxEdges}). */
  private static final int MOST_EDGES = 500;

  private RoutesMermaid() {}

  /** Draws all units, each in a frame where there are several. */
  public static void write(Simulation simulation, Appendable out) throws IOException {
    out.append("flowchart LR\n");
    if (simulation.configuration() != null) {
      out.append("%% configuration: ")
          .append(text(Visible.name(simulation.configuration())))
          .append('\n');
    }
    for (Problem problem : simulation.problems()) {
      String place = problem.file().isEmpty() ? "" : Visible.name(problem.file()) + ": ";
      out.append("%% not read: ").append(text(place + problem.message())).append('\n');
    }
    List<RouteGraph> graphs = RouteGraphs.of(simulation);
    tooMany(graphs, out);
    int number = 0;
    int edges = 0;
    StringBuilder styles = new StringBuilder();
    for (RouteGraph graph : graphs) {
      boolean framed = graphs.size() > 1;
      if (framed) {
        out.append("  subgraph u" + number + "[\"").append(text(graph.root())).append("\"]\n");
      }
      for (RouteGraph.Node node : graph.nodes()) {
        node(node, out);
      }
      for (RouteGraph.Edge edge : graph.edges()) {
        edge(edge, out);
        if (edge.broken()) {
          styles.append("  linkStyle ").append(edges).append(" stroke:#c00,color:#c00\n");
        }
        edges++;
      }
      out.append(framed ? "  end\n" : "");
      number++;
    }
    out.append("  classDef missing stroke:#c00,stroke-width:2px,stroke-dasharray:4 4\n");
    out.append(styles);
  }

  private static void tooMany(List<RouteGraph> graphs, Appendable out) throws IOException {
    int edges = 0;
    for (RouteGraph graph : graphs) {
      edges += graph.edges().size();
    }
    if (edges > MOST_EDGES) {
      out.append("%% " + edges + " edges, of which hosts draw at most " + MOST_EDGES)
          .append("; name fewer folders, or take the format dot\n");
    }
  }

  private static void node(RouteGraph.Node node, Appendable out) throws IOException {
    StringBuilder label = new StringBuilder();
    for (String line : node.lines()) {
      label.append(label.length() == 0 ? "" : "<br/>").append(text(line));
    }
    String quoted = "\"" + label + "\"";
    out.append("  ").append(node.id());
    out.append(
        switch (node.kind()) {
          case OUTSIDE -> "((" + quoted + "))";
          case DOOR -> "{{" + quoted + "}}";
          case SERVICE -> "([" + quoted + "])";
          case PODS -> "[" + quoted + "]";
          case ELSEWHERE -> "[/" + quoted + "/]";
          case UNKNOWN -> "[" + quoted + "]";
          case MISSING -> "[" + quoted + "]:::missing";
        });
    out.append('\n');
  }

  private static void edge(RouteGraph.Edge edge, Appendable out) throws IOException {
    out.append("  ").append(edge.from()).append(edge.broken() ? " -.-x" : " -->");
    if (!edge.way().text().isEmpty()) {
      out.append("|\"").append(text(edge.way().text())).append("\"|");
    }
    out.append(' ').append(edge.to()).append('\n');
  }

  /** Everything but plain characters as Mermaid's references ({@code #35;}). */
  private static String text(String text) {
    String line = Visible.line(text);
    StringBuilder encoded = new StringBuilder(line.length() + 16);
    for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
      int point = line.codePointAt(at);
      boolean plain =
          (point >= 'a' && point <= 'z')
              || (point >= 'A' && point <= 'Z')
              || (point >= '0' && point <= '9')
              || " .,/_-()".indexOf(point) >= 0;
      if (plain) {
        encoded.appendCodePoint(point);
      } else {
        encoded.append('#').append(point).append(';');
      }
    }
    return encoded.toString();
  }
}
