package dev.hopcheck.cluster;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Autoscaler;
import dev.hopcheck.resource.ConfigMap;
import dev.hopcheck.resource.EndpointSlice;
import dev.hopcheck.resource.Endpoints;
import dev.hopcheck.resource.LabelSelector;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Namespace;
import dev.hopcheck.resource.Pod;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.Secret;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.value.NearNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One immutable snapshot of a unit: its resources, the pods that they make, and who means whom.
 * Fragments (patches) are kept apart: nothing is found of them, and they are found nowhere.
 */
public final class Cluster {
  private final Unit unit;
  private final ClusterOptions options;
  private final List<Resource> given;
  private final List<Resource> resources;
  private final List<Duplicate> duplicates;
  private final List<PodSet> podSets;
  private final Map<Class<?>, List<Resource>> byType = new HashMap<>();
  private final Map<Resource, PodSet> byOwner = new IdentityHashMap<>();
  private final Set<Resource> variants = Collections.newSetFromMap(new IdentityHashMap<>(0));
  private final Once<Selections> selections;
  private final Once<References> references;
  private final Once<Openness> openness;
  private volatile @Nullable Map<String, List<Service>> byNamespace;
  private volatile @Nullable Map<Identity, List<PodSet>> podSetsByName;
  private volatile @Nullable ServiceNames serviceNames;

  private Cluster(Unit unit, Collection<? extends Resource> all, ClusterOptions options) {
    this.unit = unit;
    this.options = options;
    given = List.copyOf(Placement.place(unit, all, options));
    List<Resource> whole = new ArrayList<>(given.size());
    for (Resource resource : given) {
      if (!resource.head().fragment()) {
        whole.add(resource);
      }
    }
    Duplicates found = new Duplicates(whole);
    resources = List.copyOf(found.winners());
    duplicates = List.copyOf(found.duplicates());
    for (Duplicate duplicate : duplicates) {
      if (duplicate.variants()) {
        variants.add(duplicate.wins());
        variants.addAll(duplicate.lost());
      }
    }
    podSets =
        List.copyOf(
            PodSets.of(resources, unit.overlay() == null ? PodSets.kustomized(given) : Map.of()));
    for (PodSet set : podSets) {
      byOwner.put(set.owner(), set);
      for (Pod pod : set.pods()) {
        byOwner.put(pod, set);
      }
    }
    selections = new Once<>(() -> new Selections(podSets, resources, duplicates));
    references = new Once<>(() -> new References(resources));
    openness = new Once<>(() -> new Openness(unit, given, podSets, options));
    for (Resource resource : resources) {
      byType.computeIfAbsent(resource.getClass(), unused -> new ArrayList<>()).add(resource);
    }
  }

  /** The snapshot of a unit's resources, given in input order. */
  public static Cluster of(
      Unit unit, Collection<? extends Resource> resources, ClusterOptions options) {
    return new Cluster(unit, resources, options);
  }

  /**
   * Steps that work out ahead what is else worked out when first asked for; they may run side by
   * side.
   */
  public List<Runnable> ahead() {
    return List.of(selections::get, references::get, openness::get);
  }

  /** The unit. */
  public Unit unit() {
    return unit;
  }

  /** What the user said about the input. */
  public ClusterOptions options() {
    return options;
  }

  /**
   * All that was given, each in its namespace: fragments and lost duplicates too, in input order.
   */
  public List<Resource> given() {
    return given;
  }

  /** What the cluster would hold, in input order. */
  public List<Resource> resources() {
    return resources;
  }

  /** What the cluster would hold of one type, in input order. */
  @SuppressWarnings("unchecked") // filled by class
  public <R extends Resource> List<R> all(Class<R> type) {
    return (List<R>) Collections.unmodifiableList(byType.getOrDefault(type, List.of()));
  }

  /** Resources that are given more than once, in order of their first place. */
  public List<Duplicate> duplicates() {
    return duplicates;
  }

  /**
   * Whether the unit holds variants of the same resources, so that it is wider than one cluster.
   */
  public boolean hasVariants() {
    for (Duplicate duplicate : duplicates) {
      if (duplicate.variants()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a resource that another one leads to may not be the one that is meant: it is given in
   * several files that differ, and this one stands in another file.
   */
  public boolean mayBeOther(Resource from, Resource to) {
    return variants.contains(to) && from.head().document().file() != to.head().document().file();
  }

  /** The namespaces in which something is, in order of name. */
  public Set<String> namespaces() {
    Set<String> namespaces = new TreeSet<>();
    for (Resource resource : resources) {
      if (!resource.namespace().isEmpty()) {
        namespaces.add(resource.namespace());
      }
    }
    return namespaces;
  }

  /** Whether all pods of a namespace are known. */
  public Completeness completeness(String namespace) {
    return openness.get().of(namespace);
  }

  /** All pod sets in input order. */
  public List<PodSet> podSets() {
    return podSets;
  }

  /** The pod sets of a namespace in input order. */
  public List<PodSet> podSets(String namespace) {
    return selections.get().podSets(namespace);
  }

  /**
   * The pod set that a workload or pod belongs to; null for one that is not part of the cluster.
   */
  public @Nullable PodSet podSet(Resource owner) {
    return byOwner.get(owner);
  }

  /** The pods that a Service selects; none where it has no selector or is an ExternalName. */
  public List<Selected> selectedBy(Service service) {
    return selections.get().of(service);
  }

  /** The pods of a namespace that a flat selector selects; an empty one selects none. */
  public List<Selected> selectedBy(Labels selector, String namespace) {
    return selections.get().of(selector, namespace);
  }

  /** The pods of a namespace that a selector with expressions selects; an empty one selects all. */
  public List<Selected> selectedBy(LabelSelector selector, String namespace) {
    return selections.get().of(selector, namespace);
  }

  /** Whether a selector surely selects pods of the same namespace besides these. */
  public boolean selectsBeside(LabelSelector selector, PodSet own) {
    return selections.get().certainBeside(selector, own);
  }

  /** The Services that select any of these pods, in input order. */
  public List<Service> servicesFor(PodSet pods) {
    return selections.get().servicesFor(pods);
  }

  /**
   * The pods that a Service which selects none was probably meant for; null where the unit has no
   * pods to compare with.
   */
  public @Nullable NearMiss closest(Service service) {
    return selections.get().nearMisses().closest(service);
  }

  /** As {@link #closest(Service)}, for any flat selector; the name may be empty. */
  public @Nullable NearMiss closest(String name, Labels selector, String namespace) {
    return selections.get().nearMisses().closest(name, selector, namespace);
  }

  /**
   * How much it weighs that a Service selects nothing: what an operator fills is no mistake of the
   * manifests, unless the input is said to be complete.
   */
  public Severity weightOfNothing(Service service, @Nullable NearMiss closest) {
    Completeness known = completeness(service.namespace());
    boolean filled = !known.declared() && operatorLabel(service.selector()) != null;
    return filled ? Severity.INFO : known.severity(closest);
  }

  /** The label by which an operator fills such a selector; null where none is known. */
  public @Nullable OperatorLabel operatorLabel(Labels selector) {
    return OperatorLabels.in(selector);
  }

  /** The Service of that name; null where there is none. */
  public @Nullable Service service(String namespace, String name) {
    return references.get().find(Service.class, "Service", namespace, name);
  }

  /** The Services of a namespace in input order. */
  public List<Service> services(String namespace) {
    Map<String, List<Service>> known = byNamespace;
    if (known == null) {
      known = new HashMap<>();
      for (Service service : all(Service.class)) {
        known.computeIfAbsent(service.namespace(), unused -> new ArrayList<>()).add(service);
      }
      byNamespace = known;
    }
    return Collections.unmodifiableList(known.getOrDefault(namespace, List.of()));
  }

  /** The Services of a name in all namespaces, in input order. */
  public List<Service> servicesNamed(String name) {
    return serviceNames().named(name);
  }

  /** The names of a namespace's Services, for finding slips of at most two characters. */
  public NearNames serviceNames(String namespace) {
    return serviceNames().near(namespace, this);
  }

  private ServiceNames serviceNames() {
    ServiceNames known = serviceNames;
    if (known == null) {
      known = new ServiceNames(all(Service.class));
      serviceNames = known;
    }
    return known;
  }

  /** The pod sets of a name in a namespace, in input order. */
  public List<PodSet> podSets(String namespace, String name) {
    Map<Identity, List<PodSet>> known = podSetsByName;
    if (known == null) {
      known = new HashMap<>();
      for (PodSet set : podSets()) {
        Identity key = new Identity(set.namespace(), set.name());
        known.computeIfAbsent(key, unused -> new ArrayList<>(1)).add(set);
      }
      podSetsByName = known;
    }
    Identity wanted = new Identity(namespace, name);
    return Collections.unmodifiableList(known.getOrDefault(wanted, List.of()));
  }

  /** Whether each cluster has that Service without its being given. */
  public boolean isImplied(String namespace, String service) {
    return (namespace.equals("default") && service.equals("kubernetes"))
        || (namespace.equals("kube-system") && service.equals("kube-dns"));
  }

  /** The workload of that kind and name; null where there is none. */
  public @Nullable Workload workload(String kind, String namespace, String name) {
    return references.get().find(Workload.class, kind, namespace, name);
  }

  /** The ConfigMap of that name; null where there is none. */
  public @Nullable ConfigMap configMap(String namespace, String name) {
    return references.get().find(ConfigMap.class, "ConfigMap", namespace, name);
  }

  /** The Secret of that name; null where there is none. */
  public @Nullable Secret secret(String namespace, String name) {
    return references.get().find(Secret.class, "Secret", namespace, name);
  }

  /** The Namespace of that name; null where none is given. */
  public @Nullable Namespace namespace(String name) {
    return references.get().find(Namespace.class, "Namespace", "", name);
  }

  /** The slices that carry a Service's name, in input order (EP-15). */
  public List<EndpointSlice> slices(Service service) {
    return references.get().slices(service.namespace(), service.name());
  }

  /** The Endpoints of a Service's name; null where there are none (EP-18). */
  public @Nullable Endpoints endpoints(Service service) {
    return byType.containsKey(Endpoints.class)
        ? references.get().find(Endpoints.class, "Endpoints", service.namespace(), service.name())
        : null;
  }

  /** The StatefulSets whose {@code serviceName} is the Service, in input order. */
  public List<Workload> governedBy(Service service) {
    return references.get().governed(service.namespace(), service.name());
  }

  /** What scales a workload, in input order. */
  public List<Autoscaler> autoscalers(Workload workload) {
    return references.get().scaling(workload);
  }

  /** The backends of Ingresses that name a Service, in input order. */
  public List<BackendUse> backendsTo(String namespace, String service) {
    return references.get().backends(namespace, service);
  }
}
