package dev.hopcheck.report;

import dev.hopcheck.engine.Simulation.SimulatedUnit;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.ResourceRef;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.ResourceHead;
import dev.hopcheck.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A unit as a page shows it: its routes, and its findings with the boxes that they belong to. */
final class PageUnit {
  final String id;
  final String root;
  final @Nullable SimulatedUnit unit;
  final @Nullable RouteGraph graph;
  final List<PageFinding> findings = new ArrayList<>();
  private final Map<Key, String> boxes = new HashMap<>();
  private final Map<String, String> variants = new HashMap<>();
  private final Map<Key, Resource> given = new HashMap<>();
  private @Nullable PageArrows arrows;

  /** A document's resource, as findings name it. */
  private record Key(SourceFile file, int document, ResourceRef ref) {
    static Key of(ResourceHead head) {
      return new Key(head.document().file(), head.document().index(), head.ref());
    }
  }

  /** A unit that is drawn, or one of which only the root is known. */
  PageUnit(String id, String root, @Nullable SimulatedUnit unit) {
    this.id = id;
    this.root = root.isEmpty() ? "." : root;
    this.unit = unit;
    graph = unit == null ? null : RouteGraphs.of(unit, id + "n");
    if (unit == null || graph == null) {
      return;
    }
    for (Resource resource : unit.network().cluster().given()) {
      given.putIfAbsent(Key.of(resource.head()), resource);
    }
    for (RouteGraph.Node node : graph.nodes()) {
      if (node.about() != null) {
        boxes.putIfAbsent(Key.of(node.about()), node.id());
        variants.putIfAbsent(object(node.about()), node.id());
      }
    }
  }

  void add(String findingId, Finding finding) {
    Key key = new Key(finding.location().file(), finding.document(), finding.resource());
    Resource resource = given.get(key);
    ResourceHead head = resource == null ? null : resource.head();
    String namespace = head == null ? finding.resource().namespace() : head.namespace();
    String box = boxes.get(key);
    if (box == null && head != null) {
      box = variants.get(object(head));
    }
    findings.add(new PageFinding(findingId, finding, namespace, box));
  }

  /** The resource that a finding is about; null where it is not one of the unit's. */
  @Nullable Resource about(PageFinding found) {
    Finding finding = found.finding();
    return given.get(new Key(finding.location().file(), finding.document(), finding.resource()));
  }

  /** The arrows of the picture that belong to findings; asked for once all findings are there. */
  PageArrows arrows() {
    PageArrows known = arrows;
    if (known == null) {
      known = new PageArrows(id, graph == null ? List.of() : graph.edges(), findings);
      arrows = known;
    }
    return known;
  }

  /** Several documents may be variants of one object, of which one is drawn. */
  private static String object(ResourceHead head) {
    return head.kind() + " " + head.namespace() + "/" + head.name().value();
  }

  /** The heaviest severity of its findings; null where it has none. */
  @Nullable Severity worst() {
    Severity worst = null;
    for (PageFinding found : findings) {
      Severity severity = found.finding().severity();
      worst = worst == null || severity.compareTo(worst) > 0 ? severity : worst;
    }
    return worst;
  }

  /** What was found at each box, by the box's id. */
  Map<String, RouteSvg.Mark> marks() {
    Map<String, RouteSvg.Mark> marks = new LinkedHashMap<>();
    for (PageFinding found : findings) {
      String box = found.box();
      if (box != null) {
        RouteSvg.Mark mark = new RouteSvg.Mark(found.finding().severity(), 1, found.id());
        marks.merge(box, mark, PageUnit::both);
      }
    }
    return marks;
  }

  private static RouteSvg.Mark both(RouteSvg.Mark one, RouteSvg.Mark other) {
    boolean heavier = other.worst().compareTo(one.worst()) > 0;
    RouteSvg.Mark leads = heavier ? other : one;
    return new RouteSvg.Mark(leads.worst(), one.count() + other.count(), leads.first());
  }
}
