package dev.hopcheck.rules.workload;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.Container.ContainerPort;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Node;
import dev.hopcheck.resource.PodSpec;
import dev.hopcheck.resource.Workload;
import java.util.ArrayList;
import java.util.List;

/** The ports of a node that pods ask for. */
final class HostPorts {
  private HostPorts() {}

  /** The container ports that also take a port of the node. */
  static List<ContainerPort> of(PodSpec spec) {
    List<ContainerPort> ports = new ArrayList<>(0);
    for (Container container : spec.serving()) {
      for (ContainerPort port : container.ports()) {
        Located<Integer> host = port.hostPort();
        if (host != null && host.known() && port.protocol().known()) {
          ports.add(port);
        }
      }
    }
    return ports;
  }

  /** What two pods on one node cannot both have: protocol and port, on one address of the node. */
  static boolean clash(ContainerPort one, ContainerPort other) {
    Located<Integer> left = one.hostPort();
    Located<Integer> right = other.hostPort();
    return left != null
        && right != null
        && left.value().equals(right.value())
        && one.protocol().value().equals(other.protocol().value())
        && (address(one).isEmpty()
            || address(other).isEmpty()
            || address(one).equals(address(other)));
  }

  /** Empty where it means all addresses. */
  private static String address(ContainerPort port) {
    Located<String> ip = port.hostIp();
    boolean all = ip == null || ip.value().equals("0.0.0.0") || ip.value().equals("::");
    return all || ip == null ? "" : ip.value();
  }

  /** Such as {@code 8080/TCP}. */
  static String text(ContainerPort port) {
    Located<Integer> host = port.hostPort();
    return (host == null ? 0 : host.value()) + "/" + port.protocol().value();
  }

  /** Number of Node objects that the pods may run on; 0 where none is given. */
  static int nodes(Cluster cluster, PodSpec spec) {
    int count = 0;
    for (Node node : cluster.all(Node.class)) {
      if (spec.nodeAffinity().admits(node.name(), node.head().labels().plain())
          && selects(spec, node)) {
        count++;
      }
    }
    return count;
  }

  private static boolean selects(PodSpec spec, Node node) {
    for (String key : spec.nodeSelector().keys()) {
      String wanted = spec.nodeSelector().value(key);
      if (wanted == null || !wanted.equals(node.head().labels().value(key))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a pod runs on each node there is. */
  static boolean onEachNode(PodSet set) {
    Workload workload = set.workload();
    return workload != null
        && workload.type() == Workload.Type.DAEMON_SET
        && set.spec().nodeSelector().isEmpty()
        && set.spec().nodeAffinity().terms().isEmpty();
  }
}
