package dev.hopcheck.rules.port;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.Container.ContainerPort;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Pod;
import dev.hopcheck.resource.PodSpec;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rules.SharedPods;
import dev.hopcheck.source.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pods behind a Service say about their ports. */
final class DeclaredPorts {
  private DeclaredPorts() {}

  /**
   * The pods that the Service certainly selects, whose manifests the server accepts and which are
   * of the same variant; none where the Service itself is refused.
   */
  static List<PodSet> podsOf(Service service, Inspection in) {
    if (!service.selectsPods() || in.isBroken(service)) {
      return List.of();
    }
    return SharedPods.certain(service, in);
  }

  /** The ports of these pods; null where they are so few that each rule looks at the pods. */
  static @Nullable PortTable table(Service service, List<PodSet> pods, Inspection in) {
    boolean few = pods.size() <= SharedPods.MANY && service.ports().size() <= SharedPods.MANY;
    return few ? null : PortTable.of(service, pods, in);
  }

  /** Whether the port's target is a name that is known. */
  static boolean targetsName(ServicePort port) {
    return port.targetPort().known()
        && port.targetPort().value().named()
        && port.protocol().known();
  }

  /** Whether the port's target is a number that is known, written or by default. */
  static boolean targetsNumber(ServicePort port) {
    return port.targetPort().known()
        && !port.targetPort().value().named()
        && port.protocol().known();
  }

  /**
   * All ports of containers that run beside each other, in the order in which they are searched.
   */
  static List<ContainerPort> of(PodSpec spec) {
    List<Container> serving = spec.serving();
    if (serving.size() == 1) {
      return serving.get(0).ports();
    }
    List<ContainerPort> ports = new ArrayList<>();
    for (Container container : serving) {
      ports.addAll(container.ports());
    }
    return ports;
  }

  /**
   * Whether a port of the pods is filled in later, so that nothing can be said of what they lack.
   */
  static boolean unsure(PodSpec spec) {
    for (ContainerPort port : of(spec)) {
      boolean named = port.name() == null || port.name().known();
      if (!named || port.number().unknown() || port.protocol().unknown()) {
        return true;
      }
    }
    return false;
  }

  /** The first port of that name, whatever its protocol; null where there is none. */
  static @Nullable ContainerPort named(PodSpec spec, String name) {
    for (ContainerPort port : of(spec)) {
      if (port.nameText().equals(name)) {
        return port;
      }
    }
    return null;
  }

  /** The port of that name on a container that ends before the others start; null for none. */
  static @Nullable ContainerPort ofInitContainer(PodSpec spec, String name) {
    for (Container container : spec.containers()) {
      if (container.role() != Container.Role.INIT) {
        continue;
      }
      for (ContainerPort port : container.ports()) {
        if (port.nameText().equals(name)) {
          return port;
        }
      }
    }
    return null;
  }

  /** Whether something adds containers to the pods when they are made, such as a service mesh. */
  static boolean injected(PodSet pods) {
    Labels annotations =
        pods.owner() instanceof Workload workload
            ? workload.templateAnnotations()
            : pods.owner() instanceof Pod pod ? pod.head().annotations() : null;
    if (annotations == null) {
      return false;
    }
    for (String key : annotations.keys()) {
      if (key.contains("inject")) {
        return true;
      }
    }
    return false;
  }

  /** The name of a port, or its number where it has none. */
  static Location at(ContainerPort port) {
    return port.name() == null ? port.number().at() : port.name().at();
  }

  /** Such as {@code `http` (8080)}. */
  static String describe(ContainerPort port) {
    String number = Integer.toString(port.number().value());
    return port.name() == null ? "`" + number + "`" : "`" + port.nameText() + "` (" + number + ")";
  }

  /** All ports in a list for readers; empty where there is none. */
  static String list(List<ContainerPort> ports) {
    StringBuilder text = new StringBuilder();
    for (ContainerPort port : ports) {
      text.append(text.isEmpty() ? "" : ", ").append(describe(port));
    }
    return text.toString();
  }

  /** The name by which clients of other namespaces know the Service. */
  static String host(Service service) {
    return "`" + service.name() + "." + service.namespace() + ".svc`";
  }
}
