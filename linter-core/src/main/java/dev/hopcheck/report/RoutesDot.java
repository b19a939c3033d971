package dev.hopcheck.report;

import dev.hopcheck.engine.Simulation;
import dev.hopcheck.finding.Problem;
import java.io.IOException;
import java.util.List;

/** Draws routes as a graph in Graphviz's language. */
public final class RoutesDot {
  private RoutesDot() {}

  /** Draws all units, each in a frame where there are several. */
  public static void write(Simulation simulation, Appendable out) throws IOException {
    out.append("digraph routes {\n  rankdir=LR;\n  node [shape=box];\n");
    if (simulation.configuration() != null) {
      out.append("  // configuration: ")
          .append(Visible.name(simulation.configuration()))
          .append('\n');
    }
    for (Problem problem : simulation.problems()) {
      String place = problem.file().isEmpty() ? "" : Visible.name(problem.file()) + ": ";
      out.append("  // not read: ").append(Visible.line(place + problem.message())).append('\n');
    }
    List<RouteGraph> graphs = RouteGraphs.of(simulation);
    int number = 0;
    for (RouteGraph graph : graphs) {
      boolean framed = graphs.size() > 1;
      if (framed) {
        out.append("  subgraph cluster_" + number + " {\n  label=");
        out.append(quoted(List.of(graph.root()))).append(";\n");
      }
      for (RouteGraph.Node node : graph.nodes()) {
        out.append("  ").append(node.id()).append(" [label=").append(quoted(node.lines()));
        out.append(shape(node.kind())).append("];\n");
      }
      for (RouteGraph.Edge edge : graph.edges()) {
        edge(edge, out);
      }
      out.append(framed ? "  }\n" : "");
      number++;
    }
    out.append("}\n");
  }

  private static String shape(RouteGraph.Kind kind) {
    return switch (kind) {
      case OUTSIDE -> ", shape=circle";
      case DOOR -> ", shape=hexagon";
      case SERVICE -> ", style=rounded";
      case PODS -> "";
      case ELSEWHERE -> ", shape=parallelogram";
      case UNKNOWN -> ", style=dashed";
      case MISSING -> ", style=dashed, color=red";
    };
  }

  private static void edge(RouteGraph.Edge edge, Appendable out) throws IOException {
    out.append("  ").append(edge.from()).append(" -> ").append(edge.to()).append(" [label=");
    out.append(quoted(List.of(edge.way().text())));
    out.append(edge.broken() ? ", style=dashed, color=red, arrowhead=tee];\n" : "];\n");
  }

  /** In a quoted text, quotes end it, backslashes begin an escape and ampersands an entity. */
  private static String quoted(List<String> lines) {
    StringBuilder text = new StringBuilder("\"");
    for (String line : lines) {
      text.append(text.length() == 1 ? "" : "\\n");
      String shown = Visible.line(line);
      for (int i = 0; i < shown.length(); i++) {
        char c = shown.charAt(i);
        switch (c) {
          case '"' -> text.append("\\\"");
          case '\\' -> text.append("\\\\");
          case '&' -> text.append("&amp;");
          default -> text.append(c);
        }
      }
    }
    return text.append('"').toString();
  }
}
