package dev.hopcheck.report;

import dev.hopcheck.report.RouteGraph.Edge;
import dev.hopcheck.report.RouteGraph.Kind;
import dev.hopcheck.report.RouteGraph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a graph is drawn where it has more than a picture can show: Services with something wrong
 * come first.
 *
 * @param graph what is drawn
 * @param hidden how many arrows of a box are not drawn, by the box's id
 * @param services how many Services the unit has, those that are only named included
 * @param left how many of them are not drawn
 * @param leftBroken how many of those have something wrong
 */
record RouteSelection(
    RouteGraph graph, Map<String, Integer> hidden, int services, int left, int leftBroken) {
  /** Arrows at one side of a box; more would be a brush. */
  private static final int MOST_ARROWS = 12;

  /**
   * Chooses.
   *
   * @param troubled ids of boxes with findings; the first of them come first
   * @param most so many Services
   */
  static RouteSelection of(RouteGraph all, Set<String> troubled, int most) {
    return new Choice(all, troubled).choose(most);
  }

  private static final class Choice {
    private final RouteGraph all;
    private final Set<String> withFindings;
    private final Set<String> troubled = new LinkedHashSet<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Set<String> services = new LinkedHashSet<>();
    private final Map<String, Integer> hidden = new HashMap<>();
    private final Map<String, Integer> drawnFrom = new HashMap<>();
    private final Map<String, Integer> drawnTo = new HashMap<>();

    Choice(RouteGraph all, Set<String> withFindings) {
      this.all = all;
      this.withFindings = withFindings;
      troubled.addAll(withFindings);
      for (Node node : all.nodes()) {
        nodes.put(node.id(), node);
        if (node.kind() == Kind.SERVICE) {
          services.add(node.id());
        }
      }
      for (Edge edge : all.edges()) {
        boolean fromDoor = kind(edge.from()) == Kind.DOOR;
        if (fromDoor && kind(edge.to()) == Kind.MISSING) {
          services.add(edge.to());
          troubled.add(edge.to());
        } else if (edge.broken()
            || withFindings.contains(edge.from())
            || withFindings.contains(edge.to())) {
          troubled.add(fromDoor ? edge.to() : edge.from());
        }
      }
    }

    private Kind kind(String id) {
      Node node = nodes.get(id);
      return node == null ? Kind.MISSING : node.kind();
    }

    RouteSelection choose(int most) {
      Set<String> chosen = new LinkedHashSet<>();
      for (String box : withFindings) {
        if (chosen.size() < most && services.contains(box)) {
          chosen.add(box);
        }
      }
      for (boolean wanted : new boolean[] {true, false}) {
        for (String service : services) {
          if (chosen.size() < most && troubled.contains(service) == wanted) {
            chosen.add(service);
          }
        }
      }
      int leftBroken = 0;
      for (String service : services) {
        leftBroken += troubled.contains(service) && !chosen.contains(service) ? 1 : 0;
      }
      List<Edge> edges = edges(chosen);
      Set<String> drawn = new LinkedHashSet<>(chosen);
      for (Edge edge : edges) {
        drawn.add(edge.from());
        drawn.add(edge.to());
      }
      List<Node> kept = new ArrayList<>();
      for (Node node : all.nodes()) {
        if (drawn.contains(node.id())) {
          kept.add(node);
        }
      }
      return new RouteSelection(
          new RouteGraph(all.root(), kept, edges),
          hidden,
          services.size(),
          services.size() - chosen.size(),
          leftBroken);
    }

    /** Broken arrows win over whole ones; the order stays. */
    private List<Edge> edges(Set<String> chosen) {
      boolean[] keep = new boolean[all.edges().size()];
      for (boolean broken : new boolean[] {true, false}) {
        for (int i = 0; i < keep.length; i++) {
          Edge edge = all.edges().get(i);
          boolean outside = kind(edge.from()) == Kind.OUTSIDE;
          if (!outside && edge.broken() == broken) {
            keep[i] = keep(edge, chosen);
          }
        }
      }
      List<Edge> kept = new ArrayList<>();
      for (int i = 0; i < keep.length; i++) {
        if (keep[i]) {
          kept.add(all.edges().get(i));
        }
      }
      return kept;
    }

    private boolean keep(Edge edge, Set<String> chosen) {
      boolean wanted = chosen.contains(edge.from()) || chosen.contains(edge.to());
      if (wanted
          && drawnFrom.merge(edge.from(), 1, Integer::sum) <= MOST_ARROWS
          && drawnTo.merge(edge.to(), 1, Integer::sum) <= MOST_ARROWS) {
        return true;
      }
      hidden.merge(edge.from(), 1, Integer::sum);
      return false;
    }
  }
}
