package dev.hopcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.report.RouteGraph.Edge;
import dev.hopcheck.report.RouteGraph.Kind;
import dev.hopcheck.report.RouteGraph.Node;
import dev.hopcheck.report.RouteGraph.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Pictures of routes: nothing lies over another, and what is left out is said. */
class RoutePictureTest {
  private static Node node(String id, Kind kind, String... lines) {
    return new Node(id, kind, List.of(lines), null);
  }

  private static Way port(int number) {
    return new Way(number + "/TCP", "to", "web-with-a-name-that-is-longer-than-a-line", "");
  }

  /** Any doors, Services and pods with any arrows between neighbours. */
  private static RouteGraph graph(int size, long seed) {
    Random random = new Random(seed);
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    nodes.add(node("o", Kind.OUTSIDE, "outside"));
    for (int i = 0; i < size; i++) {
      nodes.add(node("d" + i, Kind.DOOR, "node port", "3000" + i));
      nodes.add(node("s" + i, Kind.SERVICE, "Service a/" + "s".repeat(random.nextInt(90)), "x"));
      nodes.add(
          node("p" + i, i % 3 == 0 ? Kind.MISSING : Kind.PODS, "the selector matches no pod"));
      edges.add(new Edge("o", "d" + i, Way.NONE, false, null));
    }
    for (int i = 0; i < 2 * size; i++) {
      String service = "s" + random.nextInt(size);
      boolean broken = random.nextInt(4) == 0;
      edges.add(
          new Edge(
              "d" + random.nextInt(size), service, new Way("", "to port", "80", ""), broken, null));
      edges.add(
          new Edge(service, "p" + random.nextInt(size), port(random.nextInt(3)), broken, null));
    }
    return new RouteGraph("unit", nodes, edges);
  }

  @Property(tries = 300)
  void noBoxLiesOverAnotherAndEachArrowJoinsTwo(
      @ForAll @IntRange(min = 1, max = 30) int size,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int most) {
    RouteSelection chosen = RouteSelection.of(graph(size, seed), Set.of("s0"), most);
    assertThat(chosen.services()).isEqualTo(size);
    assertThat(chosen.left()).isEqualTo(Math.max(0, size - most));
    assertThat(chosen.leftBroken()).isBetween(0, chosen.left());
    RoutePicture picture = RoutePicture.of(chosen);
    List<RouteBox> boxes = picture.boxes();
    assertThat(boxes).anyMatch(box -> box.node.id().equals("s0"));
    for (RouteBox box : boxes) {
      assertThat(box.x).isNotNegative();
      assertThat(box.y).isGreaterThanOrEqualTo(RoutePicture.TOP);
      assertThat(box.x + RouteBox.WIDTH).isLessThanOrEqualTo(picture.width());
      assertThat(box.y + box.height()).isLessThanOrEqualTo(picture.height());
      for (RouteBox other : boxes) {
        boolean apart =
            box == other
                || box.x != other.x
                || box.y + box.height() <= other.y
                || other.y + other.height() <= box.y;
        assertThat(apart).as(box.node.id() + " and " + other.node.id()).isTrue();
      }
    }
    for (RoutePicture.Wire wire : picture.wires()) {
      assertThat(wire.x1()).isLessThan(wire.x2());
      assertThat(boxes)
          .anyMatch(
              box -> box.x == wire.x2() && box.y <= wire.y2() && wire.y2() <= box.y + box.height());
    }
  }

  @Test
  void wrongRoutesAreDrawnFirst() {
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      nodes.add(node("s" + i, Kind.SERVICE, "Service a/s" + i));
      nodes.add(node("p" + i, i == 7 ? Kind.MISSING : Kind.PODS, "Deployment p" + i));
      edges.add(new Edge("s" + i, "p" + i, port(80), i == 7, null));
    }
    RouteSelection chosen =
        RouteSelection.of(new RouteGraph("unit", nodes, edges), Set.of("s5"), 3);
    assertThat(chosen.graph().nodes().stream().map(Node::id))
        .containsExactly("s0", "p0", "s5", "p5", "s7", "p7");
    assertThat(chosen.left()).isEqualTo(6);
    assertThat(chosen.leftBroken()).isZero();
  }
}
