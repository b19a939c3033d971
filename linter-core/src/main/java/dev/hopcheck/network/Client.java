package dev.hopcheck.network;

import org.jspecify.annotations.Nullable;

/** Who opens a connection. */
public sealed interface Client {
  /** A process in a pod. */
  record InPod(NetworkPod pod) implements Client {
    @Override
    public @Nullable NetworkNode node() {
      return pod.node();
    }

    @Override
    public boolean onHostNetwork() {
      return pod.hostNetwork();
    }

    @Override
    public String title() {
      return "pod " + pod.id();
    }
  }

  /** A process of a node itself. */
  record OnNode(NetworkNode node) implements Client {
    @Override
    public boolean onHostNetwork() {
      return true;
    }

    @Override
    public String title() {
      return "node " + node.name();
    }
  }

  /**
   * A host beside the cluster.
   *
   * @param via the node to which packets for load balancer and external addresses are brought; null
   *     where that is not known
   */
  record Outside(@Nullable NetworkNode via) implements Client {
    @Override
    public @Nullable NetworkNode node() {
      return null;
    }

    @Override
    public boolean onHostNetwork() {
      return false;
    }

    @Override
    public String title() {
      return "outside";
    }
  }

  /** Where its packets meet kube-proxy first; null outside, and for a pod that is not scheduled. */
  @Nullable NetworkNode node();

  /** Whether it uses a node's network, be it as a pod. */
  boolean onHostNetwork();

  /** How messages call it. */
  String title();
}
