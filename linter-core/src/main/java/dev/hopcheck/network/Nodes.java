package dev.hopcheck.network;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Node;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a cluster: those that the user describes, else the Node objects, else one of our
 * own.
 */
final class Nodes {
  private final List<NetworkNode> all;
  private final Map<String, NetworkNode> byName = new LinkedHashMap<>();
  private final boolean known;

  private Nodes(List<NetworkNode> all, boolean known) {
    this.all = List.copyOf(all);
    this.known = known;
    for (NetworkNode node : all) {
      byName.putIfAbsent(node.name(), node);
    }
  }

  static Nodes of(Cluster cluster, ClusterFacts facts, AddressPlan plan) {
    List<NetworkNode> nodes = new ArrayList<>();
    for (ClusterFacts.NodeFact fact : facts.nodes()) {
      nodes.add(
          new NetworkNode(
              fact.name(), addresses(fact.addresses(), facts, plan), fact.labels(), null));
    }
    if (nodes.isEmpty()) {
      for (Node node : cluster.all(Node.class)) {
        nodes.add(
            new NetworkNode(
                node.name(),
                addresses(parse(node.addresses()), facts, plan),
                node.head().labels().plain(),
                node.head().name().at()));
      }
    }
    if (!nodes.isEmpty()) {
      nodes.sort((a, b) -> a.name().compareTo(b.name()));
      return new Nodes(nodes, true);
    }
    NetworkNode simulated =
        new NetworkNode("node", addresses(List.of(), facts, plan), Map.of(), null);
    return new Nodes(List.of(simulated), false);
  }

  /** All nodes by name. */
  List<NetworkNode> all() {
    return all;
  }

  /** Whether these are all nodes there are. */
  boolean known() {
    return known;
  }

  @Nullable NetworkNode named(String name) {
    return byName.get(name);
  }

  private static List<IpAddress> parse(List<Located<String>> written) {
    List<IpAddress> addresses = new ArrayList<>(written.size());
    for (Located<String> text : written) {
      IpAddress.parse(text.value()).ifPresent(addresses::add);
    }
    return addresses;
  }

  /** The first address of each family, and simulated ones for families without any. */
  private static List<IpAddress> addresses(
      List<IpAddress> given, ClusterFacts facts, AddressPlan plan) {
    List<IpAddress> addresses = new ArrayList<>(2);
    for (IpFamily family : IpFamily.values()) {
      IpAddress first = null;
      for (IpAddress address : given) {
        if (address.family() == family && first == null) {
          first = address;
        }
      }
      if (first != null) {
        addresses.add(first);
      } else if (given.isEmpty() && facts.ipFamilies().contains(family)) {
        addresses.add(plan.node(family));
      }
    }
    return addresses;
  }
}
