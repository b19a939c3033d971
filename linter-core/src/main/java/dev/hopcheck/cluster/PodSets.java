package dev.hopcheck.cluster;

import dev.hopcheck.resource.Kustomization;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.OwnerReference;
import dev.hopcheck.resource.Pod;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts pods and workloads together: of a live dump the Deployment, its ReplicaSets and their pods
 * are one pod set.
 */
final class PodSets {
  /** CronJob, Job, Pod is the longest chain of built-in kinds; custom ones add a few. */
  private static final int LONGEST_CHAIN = 8;

  private final Map<Identity, Workload> workloads = new LinkedHashMap<>();
  private final Map<Workload, List<Pod>> made = new IdentityHashMap<>();
  private final Map<Identity, List<Pod>> orphans = new LinkedHashMap<>();

  private final Map<String, Labels> folders;

  private PodSets(Map<String, Labels> folders) {
    this.folders = folders;
  }

  /**
   * The pod sets of these resources, in input order of what owns them.
   *
   * @param folders the labels that a kustomization of a folder puts on the pods there
   */
  static List<PodSet> of(List<Resource> resources, Map<String, Labels> folders) {
    PodSets sets = new PodSets(folders);
    for (Resource resource : resources) {
      if (resource instanceof Workload workload) {
        sets.workloads.put(
            new Identity(workload.head().kind(), workload.namespace(), workload.name()), workload);
      }
    }
    for (Resource resource : resources) {
      if (resource instanceof Pod pod) {
        sets.add(pod);
      }
    }
    return sets.build(resources);
  }

  private void add(Pod pod) {
    OwnerReference owner = pod.head().controller();
    Workload maker = owner == null ? null : owner(pod.namespace(), owner);
    if (maker != null) {
      made.computeIfAbsent(root(maker), unused -> new ArrayList<>()).add(pod);
    } else {
      orphans.computeIfAbsent(orphanKey(pod, owner), unused -> new ArrayList<>()).add(pod);
    }
  }

  private List<PodSet> build(List<Resource> resources) {
    List<PodSet> sets = new ArrayList<>();
    for (Resource resource : resources) {
      if (resource instanceof Workload workload && root(workload) == workload) {
        sets.add(
            PodSet.of(
                workload,
                made.getOrDefault(workload, List.of()),
                folders.isEmpty() ? null : folders.get(folder(workload))));
      } else if (resource instanceof Pod pod) {
        List<Pod> group = orphans.get(orphanKey(pod, pod.head().controller()));
        if (group != null && group.get(0) == pod) {
          sets.add(PodSet.of(group));
        }
      }
    }
    return sets;
  }

  private Workload root(Workload workload) {
    Workload root = workload;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      OwnerReference owner = root.head().controller();
      Workload above = owner == null ? null : owner(root.namespace(), owner);
      if (above == null || above == root) {
        return root;
      }
      root = above;
    }
    return root;
  }

  private @Nullable Workload owner(String namespace, OwnerReference owner) {
    return workloads.get(new Identity(owner.kind(), namespace, owner.name()));
  }

  /** Pods of one absent owner belong together; a node's own (static) pods and bare ones do not. */
  private static Identity orphanKey(Pod pod, @Nullable OwnerReference owner) {
    return owner != null && !owner.kind().equals("Node")
        ? new Identity(owner.kind(), pod.namespace(), owner.name())
        : new Identity(pod.namespace(), pod.name() + "@" + pod.head().kindAt().span().start());
  }

  private static String folder(Resource resource) {
    return Units.folder(resource.head().document().file().name());
  }

  /** The labels that kustomizations put on the pods of their folders; empty where they put none. */
  static Map<String, Labels> kustomized(List<Resource> given) {
    Map<String, Labels> folders = new HashMap<>();
    for (Resource resource : given) {
      if (resource instanceof Kustomization kustomization) {
        folders.put(folder(kustomization), kustomization.podLabels());
      }
    }
    return folders;
  }
}
