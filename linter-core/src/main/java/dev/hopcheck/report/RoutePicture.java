package dev.hopcheck.report;

import dev.hopcheck.report.RouteGraph.Edge;
import dev.hopcheck.report.RouteGraph.Kind;
import dev.hopcheck.report.RouteGraph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where everything stands in a picture of routes, in pixels: ways in, Services and what is behind
 * them in columns, one below the other the routes that share nothing.
 */
final class RoutePicture {
  static final int PILL_WIDTH = 62;
  static final int PILL_HEIGHT = 26;
  static final int TOP = 26;

  private static final int GAP = 12;
  private static final int BETWEEN = 26;
  private static final int WIRE = 52;
  private static final int EDGE = 2;

  private final Map<String, RouteBox> boxes = new LinkedHashMap<>();
  private final List<Wire> wires = new ArrayList<>();
  private final List<int[]> pills = new ArrayList<>();
  private final int[] columns = new int[3];
  private int width;
  private int height = TOP;

  /**
   * An arrow from one point to another.
   *
   * @param edge what it stands for; null where it only joins a mark for clients
   */
  record Wire(int x1, int y1, int x2, int y2, boolean broken, @Nullable Edge edge) {}

  private RoutePicture() {}

  /** Lays out what was chosen. */
  static RoutePicture of(RouteSelection chosen) {
    RoutePicture picture = new RoutePicture();
    picture.fill(chosen);
    picture.place(chosen.graph().edges());
    return picture;
  }

  List<RouteBox> boxes() {
    return new ArrayList<>(boxes.values());
  }

  List<Wire> wires() {
    return wires;
  }

  /** The upper left corners of the marks for clients outside. */
  List<int[]> pills() {
    return pills;
  }

  /** Where the columns begin: ways in, Services, what is behind; -1 for one that is empty. */
  int[] columns() {
    return columns;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  private void fill(RouteSelection chosen) {
    for (Node node : chosen.graph().nodes()) {
      boxes.put(node.id(), new RouteBox(node, chosen.hidden().getOrDefault(node.id(), 0)));
    }
    for (Edge edge : chosen.graph().edges()) {
      box(edge.from()).leave(edge.way().shortly(), edge.broken());
    }
  }

  private RouteBox box(String id) {
    RouteBox box = boxes.get(id);
    if (box == null) {
      throw new IllegalStateException("arrow to a box that is not drawn: " + id);
    }
    return box;
  }

  private void place(List<Edge> edges) {
    Map<String, Integer> layers = layers(edges);
    boolean[] used = new boolean[3];
    for (int layer : layers.values()) {
      used[layer] = true;
    }
    int x = EDGE + (used[0] ? PILL_WIDTH + WIRE : 0);
    for (int layer = 0; layer < columns.length; layer++) {
      columns[layer] = used[layer] ? x : -1;
      if (used[layer]) {
        x += RouteBox.WIDTH;
        width = x + EDGE;
        x += WIRE;
      }
    }
    boolean first = true;
    for (List<RouteBox> route : routes(edges)) {
      height += first ? 0 : BETWEEN;
      first = false;
      route(route, edges, layers);
    }
    for (Edge edge : edges) {
      RouteBox from = box(edge.from());
      RouteBox to = box(edge.to());
      wires.add(
          new Wire(
              from.x + RouteBox.WIDTH,
              from.leavesAt(edge.way().shortly()),
              to.x,
              to.entersAt(),
              edge.broken(),
              edge));
    }
    height += EDGE;
  }

  private Map<String, Integer> layers(List<Edge> edges) {
    Map<String, Integer> layers = new HashMap<>();
    for (RouteBox box : boxes.values()) {
      int layer =
          switch (box.node.kind()) {
            case OUTSIDE, DOOR -> 0;
            case SERVICE -> 1;
            case PODS, ELSEWHERE, MISSING, UNKNOWN -> 2;
          };
      layers.put(box.node.id(), layer);
    }
    for (Edge edge : edges) {
      if (box(edge.from()).node.kind() == Kind.DOOR) {
        layers.put(edge.to(), 1);
      }
    }
    return layers;
  }

  /** What hangs together, in order of the first box. */
  private List<List<RouteBox>> routes(List<Edge> edges) {
    Map<String, String> leaders = new HashMap<>();
    for (Edge edge : edges) {
      String from = leader(edge.from(), leaders);
      String to = leader(edge.to(), leaders);
      if (!from.equals(to)) {
        leaders.put(to, from);
      }
    }
    Map<String, List<RouteBox>> routes = new LinkedHashMap<>();
    for (RouteBox box : boxes.values()) {
      routes.computeIfAbsent(leader(box.node.id(), leaders), id -> new ArrayList<>()).add(box);
    }
    return new ArrayList<>(routes.values());
  }

  private static String leader(String id, Map<String, String> leaders) {
    String at = id;
    for (String next = leaders.get(at); next != null; next = leaders.get(at)) {
      at = next;
    }
    return at;
  }

  private void route(List<RouteBox> route, List<Edge> edges, Map<String, Integer> layers) {
    List<List<RouteBox>> stacks = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (RouteBox box : route) {
      stacks.get(layers.getOrDefault(box.node.id(), 2)).add(box);
    }
    List<RouteBox> doors = besideMiddle(stacks.get(0), stacks.get(1), edges);
    List<RouteBox> ends = besideMiddle(stacks.get(2), stacks.get(1), edges);
    int tallest = Math.max(tall(doors), Math.max(tall(stacks.get(1)), tall(ends)));
    stack(doors, 0, tallest);
    stack(stacks.get(1), 1, tallest);
    stack(ends, 2, tallest);
    if (!doors.isEmpty()) {
      int y = height + (tallest - PILL_HEIGHT) / 2;
      pills.add(new int[] {EDGE, y});
      for (RouteBox door : doors) {
        wires.add(
            new Wire(EDGE + PILL_WIDTH, y + PILL_HEIGHT / 2, door.x, door.entersAt(), false, null));
      }
    }
    height += tallest;
  }

  /** In the order of the Services that they are connected with, so that few arrows cross. */
  private static List<RouteBox> besideMiddle(
      List<RouteBox> boxes, List<RouteBox> middle, List<Edge> edges) {
    Map<String, Integer> ranks = new HashMap<>();
    for (int i = 0; i < middle.size(); i++) {
      ranks.put(middle.get(i).node.id(), i);
    }
    TreeMap<Long, List<RouteBox>> sorted = new TreeMap<>();
    for (RouteBox box : boxes) {
      String id = box.node.id();
      long sum = 0;
      int count = 0;
      for (Edge edge : edges) {
        String other = edge.from().equals(id) ? edge.to() : edge.to().equals(id) ? edge.from() : "";
        Integer rank = ranks.get(other);
        if (rank != null) {
          sum += rank;
          count++;
        }
      }
      long key = count == 0 ? Long.MAX_VALUE : sum * 1_000 / count;
      sorted.computeIfAbsent(key, unused -> new ArrayList<>()).add(box);
    }
    List<RouteBox> flat = new ArrayList<>(boxes.size());
    for (List<RouteBox> same : sorted.values()) {
      flat.addAll(same);
    }
    return flat;
  }

  private static int tall(List<RouteBox> stack) {
    int tall = 0;
    for (RouteBox box : stack) {
      tall += box.height() + (tall == 0 ? 0 : GAP);
    }
    return tall;
  }

  private void stack(List<RouteBox> stack, int column, int tallest) {
    int y = height + (tallest - tall(stack)) / 2;
    for (RouteBox box : stack) {
      box.x = columns[column];
      box.y = y;
      y += box.height() + GAP;
    }
  }
}
