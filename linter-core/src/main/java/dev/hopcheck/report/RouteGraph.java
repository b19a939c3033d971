package dev.hopcheck.report;

import java.util.List;

/**
 * The ways into and through a unit as a picture shows them: who is outside, doors, Services, and
 * what is behind them. Texts are as the manifests have them; each format escapes them.
 *
 * @param root of the unit
 * @param nodes in the order in which they are drawn
 * @param edges in the order in which they are drawn
 */
record RouteGraph(String root, List<Node> nodes, List<Edge> edges) {
  RouteGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** What a node stands for. */
  enum Kind {
    /** All clients that are not in the cluster. */
    OUTSIDE,
    /** An Ingress, a node port, a load balancer or an external address. */
    DOOR,
    SERVICE,
    /** The pods of a workload, or a pod that nothing made. */
    PODS,
    /** Addresses that no pod of the unit has, or a name that a Service is an alias of. */
    ELSEWHERE,
    /** What should be there and is not. */
    MISSING
  }

  /**
   * A box.
   *
   * @param id made by us, of letters and digits
   * @param lines its text
   */
  record Node(String id, Kind kind, List<String> lines) {
    Node {
      lines = List.copyOf(lines);
    }
  }

  /**
   * An arrow in the direction of connections.
   *
   * @param label its text; may be empty
   * @param broken whether connections do not get through
   */
  record Edge(String from, String to, String label, boolean broken) {}
}
