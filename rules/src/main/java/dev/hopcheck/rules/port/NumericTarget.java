package dev.hopcheck.rules.port;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.resource.Container.ContainerPort;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.ServicePort;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What pods say of a target port that is a number; what they do not declare may be served all the
 * same (PORT-06).
 *
 * @param declared the ports of that number, whatever their protocol
 * @param others the ports of pods that declare some, but not that number
 * @param lacking the first of those pods
 */
record NumericTarget(
    List<ContainerPort> declared, List<ContainerPort> others, @Nullable PodSet lacking) {

  /** What the table of the pods says; the pods themselves where there is none. */
  static NumericTarget of(ServicePort port, List<PodSet> pods, @Nullable PortTable table) {
    int number = port.targetPort().value().asNumber();
    return table == null ? of(number, pods) : table.numeric(number);
  }

  static NumericTarget of(int number, List<PodSet> pods) {
    List<ContainerPort> declared = new ArrayList<>(1);
    List<ContainerPort> others = new ArrayList<>(2);
    PodSet lacking = null;
    for (PodSet set : pods) {
      // A pod on its node's network may be served by whatever listens there.
      if (set.spec().hostNetwork().value() || DeclaredPorts.unsure(set.spec())) {
        return new NumericTarget(List.of(), List.of(), null);
      }
      if (set.runsToEnd() && pods.size() > 1) {
        continue;
      }
      List<ContainerPort> ports = DeclaredPorts.of(set.spec());
      int before = declared.size();
      for (ContainerPort candidate : ports) {
        if (candidate.number().value() == number) {
          declared.add(candidate);
        }
      }
      if (declared.size() == before && !ports.isEmpty()) {
        others.addAll(ports);
        lacking = lacking == null ? set : lacking;
      }
    }
    return new NumericTarget(declared, others, lacking);
  }

  /** Whether pods declare ports, and none of them this one. */
  boolean declaredNowhere() {
    return declared.isEmpty() && lacking != null;
  }

  /** The container port whose host port has the number; null where there is none. */
  static @Nullable ContainerPort hostPort(
      ServicePort port, List<PodSet> pods, @Nullable PortTable table) {
    int number = port.targetPort().value().asNumber();
    return table == null ? hostPort(number, pods) : table.hostPort(number);
  }

  static @Nullable ContainerPort hostPort(int number, List<PodSet> pods) {
    for (PodSet set : pods) {
      for (ContainerPort candidate : DeclaredPorts.of(set.spec())) {
        Located<Integer> host = candidate.hostPort();
        if (host != null && host.value() == number && isElsewhereOnHost(candidate, host)) {
          return candidate;
        }
      }
    }
    return null;
  }

  /** Whether the node has the port under another number. */
  static boolean isElsewhereOnHost(ContainerPort port, Located<Integer> host) {
    return host.known() && port.number().known() && !port.number().value().equals(host.value());
  }
}
