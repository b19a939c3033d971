package dev.hopcheck.report;

import dev.hopcheck.resource.ResourceHead;
import dev.hopcheck.source.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    MISSING,
    /** What the manifests do not say. */
    UNKNOWN
  }

  /**
   * A box.
   *
   * @param id made by us, of letters and digits
   * @param lines its text
   * @param about the resource that it stands for; null for none
   */
  record Node(String id, Kind kind, List<String> lines, @Nullable ResourceHead about) {
    Node {
      lines = List.copyOf(lines);
    }
  }

  /**
   * An arrow in the direction of connections.
   *
   * @param way what connections take it
   * @param broken whether connections do not get through
   * @param at where the manifests say so; null where nothing is written
   */
  record Edge(String from, String to, Way way, boolean broken, @Nullable Location at) {}

  /**
   * What an arrow says of the connections that take it; each part may be empty.
   *
   * @param by how they come: host and path, or port and protocol
   * @param word between them and where they go
   * @param target the port to which they go
   * @param note what else is to be known
   */
  record Way(String by, String word, String target, String note) {
    static final Way NONE = new Way("", "", "", "");

    /** All of it, for drawings that are made of text. */
    String text() {
      return joined(word);
    }

    /** As {@link #text}, with an arrow in place of the word. */
    String shortly() {
      return joined(target.isEmpty() ? word : "\u2192");
    }

    private String joined(String middle) {
      StringBuilder text = new StringBuilder();
      for (String part : List.of(by, middle, target, note)) {
        text.append(text.length() == 0 || part.isEmpty() ? "" : " ").append(part);
      }
      return text.toString();
    }
  }
}
