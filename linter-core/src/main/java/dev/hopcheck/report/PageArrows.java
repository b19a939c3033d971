package dev.hopcheck.report;

import dev.hopcheck.finding.Callout;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.report.RouteGraph.Edge;
import dev.hopcheck.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which arrows of a picture belong to which findings, by what both point at. */
final class PageArrows {
  private final Map<Edge, Arrow> arrows = new HashMap<>();
  private final Map<String, String> byFinding = new HashMap<>();

  /**
   * An arrow that has a finding.
   *
   * @param id the anchor of the arrow
   * @param finding what it leads to
   */
  record Arrow(String id, PageFinding finding) {}

  /**
   * Joins them.
   *
   * @param prefix of the anchors
   * @param edges in the order in which they are drawn
   */
  PageArrows(String prefix, List<Edge> edges, List<PageFinding> findings) {
    Map<String, List<PageFinding>> byBox = new HashMap<>();
    for (PageFinding found : findings) {
      if (found.box() != null) {
        byBox.computeIfAbsent(found.box(), box -> new ArrayList<>()).add(found);
      }
    }
    for (Edge edge : edges) {
      PageFinding found = finding(edge, byBox.getOrDefault(edge.from(), List.of()));
      if (found != null && !arrows.containsKey(edge)) {
        String id = prefix + "w" + arrows.size();
        arrows.put(edge, new Arrow(id, found));
        byFinding.putIfAbsent(found.id(), id);
      }
    }
  }

  /** What is said at the line on which the arrow stands; of a broken one the heaviest of all. */
  private static @Nullable PageFinding finding(Edge edge, List<PageFinding> findings) {
    PageFinding best = null;
    boolean bestThere = false;
    for (PageFinding found : findings) {
      boolean there = edge.at() != null && isAt(found.finding(), edge.at());
      if (!there && !edge.broken()) {
        continue;
      }
      boolean heavier =
          best == null
              || found.finding().severity().compareTo(best.finding().severity()) > 0
                  && there == bestThere;
      if (heavier || (there && !bestThere)) {
        best = found;
        bestThere = there;
      }
    }
    return best;
  }

  private static boolean isAt(Finding finding, Location place) {
    if (finding.location().isOnLineOf(place)) {
      return true;
    }
    for (Callout callout : finding.related()) {
      if (callout.at().isOnLineOf(place)) {
        return true;
      }
    }
    return false;
  }

  /** The arrow; null where nothing was found at it. */
  @Nullable Arrow of(@Nullable Edge edge) {
    return edge == null ? null : arrows.get(edge);
  }

  /** The anchor of the first arrow that a finding is about; null for none. */
  @Nullable String of(PageFinding found) {
    return byFinding.get(found.id());
  }
}
