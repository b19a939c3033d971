package dev.hopcheck.engine;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.Units;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.resource.Kustomization;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.rule.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What there is in a project, for its first configuration.
 *
 * @param folders number of files with objects, by folder; the working directory is empty
 * @param kustomizations folders that hold one
 * @param namespaces that objects name
 * @param result of checking everything without a configuration
 */
public record Survey(
    Map<String, Integer> folders,
    List<String> kustomizations,
    List<String> namespaces,
    LintResult result) {
  public Survey {
    kustomizations = List.copyOf(kustomizations);
    namespaces = List.copyOf(namespaces);
  }

  static Survey of(LintRequest request, Catalogue catalogue) {
    LintResult result = new LintRun(request, catalogue).run();
    Map<String, Integer> folders = new TreeMap<>();
    for (String name : result.analysed()) {
      folders.merge(Units.folder(name), 1, Integer::sum);
    }
    TreeSet<String> kustomizations = new TreeSet<>();
    TreeSet<String> namespaces = new TreeSet<>();
    List<Problem> known = new ArrayList<>();
    for (Cluster cluster : new LintRun(request, Catalogue.of()).clusters(known)) {
      for (Resource resource : cluster.given()) {
        if (resource instanceof Kustomization) {
          kustomizations.add(Units.folder(resource.head().document().file().name()));
        } else if (!resource.namespace().isEmpty()) {
          namespaces.add(resource.namespace());
        }
      }
    }
    return new Survey(
        folders, new ArrayList<>(kustomizations), new ArrayList<>(namespaces), result);
  }
}
