package dev.hopcheck.engine;

import dev.hopcheck.cluster.Overlay;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.ResourceRef;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.resource.Kustomization;
import dev.hopcheck.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes of what was found of one base through several kustomizations one finding: that of the
 * kustomization where it weighs most, the first of these.
 */
final class OverlaidFindings {
  private record Key(RuleId rule, Location at, ResourceRef resource) {}

  private final Map<Key, Map<Overlay, List<Finding>>> found = new LinkedHashMap<>();

  void add(Overlay overlay, List<Finding> findings) {
    for (Finding finding : findings) {
      found
          .computeIfAbsent(
              new Key(finding.rule(), finding.location(), finding.resource()),
              unused -> new LinkedHashMap<>())
          .computeIfAbsent(overlay, unused -> new ArrayList<>(1))
          .add(finding);
    }
  }

  /** What is left of all that was added. */
  List<Finding> settled() {
    List<Finding> settled = new ArrayList<>();
    for (Map<Overlay, List<Finding>> same : found.values()) {
      Overlay heaviest = null;
      int weight = -1;
      Set<String> files = new LinkedHashSet<>();
      for (Map.Entry<Overlay, List<Finding>> entry : same.entrySet()) {
        int most = 0;
        for (Finding finding : entry.getValue()) {
          most = Math.max(most, finding.severity().ordinal());
        }
        if (most > weight) {
          heaviest = entry.getKey();
          weight = most;
        }
        files.add(entry.getKey().file());
      }
      if (heaviest != null) {
        for (Finding finding : same.getOrDefault(heaviest, List.of())) {
          settled.add(noted(finding, heaviest, files.size() - 1));
        }
      }
    }
    return settled;
  }

  /** Says through which kustomization it is seen, unless all of it is in one folder unchanged. */
  private static Finding noted(Finding finding, Overlay overlay, int others) {
    Kustomization root = overlay.root().kustomization();
    boolean plain = overlay.members().size() == 1 && !changes(root) && others == 0;
    if (plain || finding.location().file().name().equals(overlay.file())) {
      return finding;
    }
    String also =
        others == 0 ? "" : " and " + others + (others == 1 ? " other" : " others that use it");
    return finding.toBuilder()
        .note("seen through the kustomization `" + overlay.file() + "`" + also)
        .build();
  }

  private static boolean changes(Kustomization root) {
    return root.targetNamespace() != null
        || root.prefix() != null
        || root.suffix() != null
        || !root.labels().isEmpty()
        || !root.patches().isEmpty();
  }
}
