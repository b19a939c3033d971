package dev.hopcheck.cluster;

import dev.hopcheck.resource.Kustomization;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.Service;
import dev.hopcheck.source.Location;

/** Renders what a cluster knows, for goldens. */
final class SnapshotText {
  private final StringBuilder text = new StringBuilder();

  private SnapshotText() {}

  static String of(Cluster cluster) {
    SnapshotText snapshot = new SnapshotText();
    for (String namespace : cluster.namespaces()) {
      snapshot.namespace(cluster, namespace);
    }
    for (Duplicate duplicate : cluster.duplicates()) {
      snapshot.duplicate(duplicate);
    }
    for (Resource resource : cluster.given()) {
      if (resource.head().fragment()) {
        snapshot.line("fragment " + title(resource));
      } else if (resource instanceof Kustomization) {
        snapshot.line("kustomization");
      }
    }
    return snapshot.text.toString();
  }

  private void namespace(Cluster cluster, String namespace) {
    Completeness completeness = cluster.completeness(namespace);
    line(
        "namespace "
            + namespace
            + " is "
            + (completeness.open() ? "open" : "closed")
            + ": "
            + completeness.because());
    for (PodSet set : cluster.podSets(namespace)) {
      line(
          "  pods of "
              + set.title()
              + " "
              + set.labels().plain()
              + (set.pods().isEmpty() ? "" : ", given " + set.pods().size())
              + (set.scaledToZero() ? ", scaled to zero" : "")
              + (set.runsToEnd() ? ", run to an end" : "")
              + (set.assumed() ? ", assumed" : ""));
    }
    for (Service service : cluster.services(namespace)) {
      service(cluster, service);
    }
  }

  private void service(Cluster cluster, Service service) {
    line("  Service " + service.name() + " " + service.selector().plain());
    for (Selected selected : cluster.selectedBy(service)) {
      line("    selects " + selected.pods().title() + (selected.certain() ? "" : ", perhaps"));
    }
    if (service.selectsPods() && cluster.selectedBy(service).isEmpty()) {
      nothing(cluster, service);
    }
  }

  private void nothing(Cluster cluster, Service service) {
    NearMiss closest = cluster.closest(service);
    line("    selects nothing, " + cluster.weightOfNothing(service, closest).word());
    OperatorLabel operator = cluster.operatorLabel(service.selector());
    if (operator != null) {
      line("    filled by " + operator.who());
    }
    if (closest != null) {
      line(
          "    closest "
              + closest.pods()
              + ", "
              + closest.kind()
              + (closest.sameName() ? ", same name" : "")
              + " at "
              + place(closest.at()));
      for (NearMiss.Difference difference : closest.differences()) {
        line(
            "      wants "
                + difference.key()
                + "="
                + difference.wanted().value()
                + (difference.found() == null
                    ? ", absent"
                    : ", found " + difference.podKey() + "=" + difference.found().value()));
      }
    }
  }

  private void duplicate(Duplicate duplicate) {
    line(
        title(duplicate.wins())
            + " given "
            + (duplicate.lost().size() + 1)
            + " times"
            + (duplicate.identical() ? ", identical" : "")
            + (duplicate.variants() ? ", variants" : "")
            + ", wins "
            + place(duplicate.wins().head().kindAt()));
  }

  private static String title(Resource resource) {
    return resource.head().kind() + " " + resource.namespace() + "/" + resource.name();
  }

  private static String place(Location at) {
    return at.file().name() + ":" + at.start().line() + ":" + at.start().column();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
