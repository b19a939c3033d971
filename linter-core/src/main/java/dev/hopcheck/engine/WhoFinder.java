package dev.hopcheck.engine;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.network.Client;
import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkNode;
import dev.hopcheck.network.NetworkPod;
import dev.hopcheck.query.Who;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.value.LabelSelector;
import dev.hopcheck.value.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds in one network whom a text is about. */
final class WhoFinder {
  private final Network network;
  private final String namespace;

  /**
   * Finds in a network.
   *
   * @param fallback the namespace of those who name none, unless the unit has but one; null for
   *     {@code default}
   */
  WhoFinder(Network network, @Nullable String fallback) {
    this.network = network;
    Set<String> all = network.cluster().namespaces();
    this.namespace =
        all.size() == 1 ? all.iterator().next() : fallback == null ? "default" : fallback;
  }

  /** The namespace of those who name none. */
  String namespace() {
    return namespace;
  }

  /**
   * Who was found.
   *
   * @param clients who can open connections; a workload without pods has none
   * @param sets whose pods they are, also where there is no pod; empty for nodes and outside
   * @param missing why there is no client; else empty
   * @param open whether it may exist all the same, outside of the input
   */
  record Found(List<Client> clients, Set<PodSet> sets, String missing, boolean open) {
    boolean nobody() {
      return clients.isEmpty();
    }

    /** The names of the pods, {@code namespace/name}. */
    Set<String> podIds() {
      Set<String> ids = new LinkedHashSet<>();
      for (Client client : clients) {
        if (client instanceof Client.InPod in) {
          ids.add(in.pod().id());
        }
      }
      return ids;
    }
  }

  Found find(Who who) {
    return find(who, namespace);
  }

  /** Finds, with a namespace for those who name none. */
  Found find(Who who, String own) {
    if (who instanceof Who.Outside outside) {
      return outside(outside);
    }
    if (who instanceof Who.OnNode on) {
      NetworkNode node = network.node(on.name());
      return node == null
          ? nobody(noNode(on.name()), !network.nodesKnown())
          : new Found(List.of(new Client.OnNode(node)), Set.of(), "", false);
    }
    if (who instanceof Who.OfPod pod) {
      return pod(or(pod.namespace(), own), pod.name());
    }
    if (who instanceof Who.OfWorkload workload) {
      return workload(workload.kind(), or(workload.namespace(), own), workload.name());
    }
    if (who instanceof Who.OfEither either) {
      Found pod = pod(either.before(), either.name());
      Found custom =
          workload(
              either.before().toLowerCase(Locale.ROOT), or(either.namespace(), own), either.name());
      return pod.nobody() && !custom.sets().isEmpty() ? custom : pod;
    }
    if (who instanceof Who.WithLabels with) {
      return labelled(with.selector(), or(with.namespace(), own));
    }
    return nobody("`" + who.text() + "` is nobody who can open a connection", false);
  }

  private Found outside(Who.Outside outside) {
    String via = outside.via();
    if (via == null) {
      List<NetworkNode> nodes = network.nodes();
      NetworkNode only = nodes.size() == 1 ? nodes.get(0) : null;
      return new Found(List.of(new Client.Outside(only)), Set.of(), "", false);
    }
    NetworkNode node = network.node(via);
    return node == null
        ? nobody(noNode(via), !network.nodesKnown())
        : new Found(List.of(new Client.Outside(node)), Set.of(), "", false);
  }

  private String noNode(String name) {
    List<String> names = new ArrayList<>();
    for (NetworkNode node : network.nodes()) {
      names.add(node.name());
    }
    return "there is no node `" + name + "`" + meant(name, names);
  }

  private Found pod(String in, String name) {
    NetworkPod pod = network.pods().get(in + "/" + name);
    if (pod != null) {
      return new Found(List.of(new Client.InPod(pod)), Set.of(pod.set()), "", false);
    }
    List<String> names = new ArrayList<>();
    String elsewhere = "";
    for (NetworkPod other : network.pods().values()) {
      if (other.namespace().equals(in)) {
        names.add(other.name());
      }
      if (other.name().equals(name)) {
        elsewhere = other.namespace();
      }
    }
    return nobody("there is no pod `" + name + "`" + place(in, name, names, elsewhere), isOpen(in));
  }

  private Found workload(String kind, String in, String name) {
    Set<PodSet> sets = new LinkedHashSet<>();
    List<String> names = new ArrayList<>();
    String elsewhere = "";
    for (PodSet set : network.cluster().podSets()) {
      Workload workload = set.workload();
      if (workload == null || !workload.head().kind().toLowerCase(Locale.ROOT).equals(kind)) {
        continue;
      }
      if (set.namespace().equals(in) && set.name().equals(name)) {
        sets.add(set);
      }
      if (set.namespace().equals(in)) {
        names.add(set.name());
      }
      if (set.name().equals(name)) {
        elsewhere = set.namespace();
      }
    }
    if (sets.isEmpty()) {
      return nobody(
          "there is no " + kind + " `" + name + "`" + place(in, name, names, elsewhere),
          isOpen(in));
    }
    List<Client> clients = new ArrayList<>();
    for (NetworkPod pod : network.pods().values()) {
      if (sets.contains(pod.set())) {
        clients.add(new Client.InPod(pod));
      }
    }
    String missing = clients.isEmpty() ? kind + " `" + name + "` has no pods" : "";
    return new Found(clients, sets, missing, false);
  }

  private Found labelled(LabelSelector selector, String in) {
    Set<PodSet> sets = new LinkedHashSet<>();
    List<Client> clients = new ArrayList<>();
    for (NetworkPod pod : network.pods().values()) {
      if (pod.namespace().equals(in) && selector.matches(pod.labels())) {
        clients.add(new Client.InPod(pod));
        sets.add(pod.set());
      }
    }
    for (PodSet set : network.cluster().podSets(in)) {
      if (set.scaledToZero() && selector.matches(set.labels(0))) {
        sets.add(set);
      }
    }
    String missing =
        clients.isEmpty() ? "no pod in namespace `" + in + "` carries `" + selector + "`" : "";
    return new Found(clients, sets, missing, sets.isEmpty() && isOpen(in));
  }

  private boolean isOpen(String in) {
    return network.cluster().completeness(in).open();
  }

  private static Found nobody(String missing, boolean open) {
    return new Found(List.of(), Set.of(), missing, open);
  }

  private static String place(String in, String name, List<String> names, String elsewhere) {
    String near = meant(name, names);
    return " in namespace `"
        + in
        + "`"
        + (near.isEmpty() && !elsewhere.isEmpty()
            ? "; there is one in namespace `" + elsewhere + "`"
            : near);
  }

  private static String meant(String name, List<String> names) {
    return Nearest.of(name, names).map(near -> "; did you mean `" + near + "`?").orElse("");
  }

  private static String or(@Nullable String given, String own) {
    return given == null ? own : given;
  }
}
