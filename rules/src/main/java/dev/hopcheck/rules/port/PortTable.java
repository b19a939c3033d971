package dev.hopcheck.rules.port;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.Container.ContainerPort;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rules.SharedPods;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ports of many pods by name and number, so that each port of each Service finds its own
 * without a walk over all pods. It says what the walk says.
 */
final class PortTable {
  private static final NumericTarget NOTHING = new NumericTarget(List.of(), List.of(), null);

  private final List<PodSet> pods;
  private final Map<String, List<PodSet>> byName = new HashMap<>();
  private final Map<String, List<PodSet>> byInitName = new HashMap<>();
  private final Map<Integer, List<ContainerPort>> byNumber = new HashMap<>();
  private final Map<Integer, ContainerPort> hostPorts = new HashMap<>();
  private final Map<String, List<PodSet>> lacking = new HashMap<>();
  private final List<PodSet> listening = new ArrayList<>(0);
  private final Map<String, ContainerPort> numbered = new LinkedHashMap<>();
  private @Nullable PodSet firstNumbered;
  private boolean unsure;
  private boolean idle;
  private boolean onNode;

  PortTable(List<PodSet> pods) {
    this.pods = pods;
    for (PodSet set : pods) {
      add(set);
    }
  }

  static PortTable of(Service service, List<PodSet> pods, Inspection in) {
    if (pods.size() > SharedPods.MANY) {
      return SharedPods.learn(PortTable.class, service, pods, in, () -> new PortTable(pods));
    }
    return new PortTable(pods);
  }

  /**
   * As {@link NumericTarget#of}, save that others are named only where none declares it, and the
   * first only of those that say the same.
   */
  NumericTarget numeric(int number) {
    if (unsure || onNode) {
      return NOTHING;
    }
    List<ContainerPort> declared = byNumber.get(number);
    return declared == null
        ? new NumericTarget(List.of(), new ArrayList<>(numbered.values()), firstNumbered)
        : new NumericTarget(declared, List.of(), null);
  }

  /** As {@link NumericTarget#hostPort}. */
  @Nullable ContainerPort hostPort(int number) {
    return hostPorts.get(number);
  }

  /** The pods one of whose serving ports has the name, whatever its protocol. */
  List<PodSet> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** The first port of that name on a plain init container, where all pods are sure to lack it. */
  @Nullable ContainerPort ofInitOnly(String name) {
    List<PodSet> having = byInitName.get(name);
    return unsure || having == null || byName.containsKey(name)
        ? null
        : DeclaredPorts.ofInitContainer(having.get(0).spec(), name);
  }

  /**
   * The pods that matter and surely lack the name: all where no pod has it, else the first alone.
   */
  synchronized List<PodSet> lacking(String name) {
    if (unsure) {
      return List.of();
    }
    List<PodSet> known = lacking.get(name);
    if (known == null) {
      known = searchLacking(name);
      lacking.put(name, known);
    }
    return known;
  }

  /** The pods a container of which is told to listen on the loopback address. */
  List<PodSet> listening() {
    return listening;
  }

  private List<PodSet> searchLacking(String name) {
    Set<PodSet> having = new HashSet<>(named(name));
    having.addAll(byInitName.getOrDefault(name, List.of()));
    if (having.isEmpty() && !idle) {
      return pods;
    }
    for (PodSet set : pods) {
      if (!having.contains(set) && !isIdle(set)) {
        return List.of(set);
      }
    }
    return List.of();
  }

  /** Whether other pods are meant to serve. */
  private boolean isIdle(PodSet set) {
    return pods.size() > 1 && (set.runsToEnd() || set.scaledToZero());
  }

  private void add(PodSet set) {
    idle |= isIdle(set);
    unsure |= DeclaredPorts.unsure(set.spec());
    onNode |= set.spec().hostNetwork().value();
    List<ContainerPort> ports = DeclaredPorts.of(set.spec());
    for (ContainerPort port : ports) {
      addTo(byName, port.nameText(), set);
      if (port.hostPort() != null && NumericTarget.isElsewhereOnHost(port, port.hostPort())) {
        hostPorts.putIfAbsent(port.hostPort().value(), port);
      }
    }
    if (!set.runsToEnd() || pods.size() == 1) {
      addNumbers(set, ports);
    }
    for (Container container : set.spec().containers()) {
      if (container.role() != Container.Role.INIT) {
        if (!LoopbackListener.in(container).isEmpty()) {
          append(listening, set);
        }
        continue;
      }
      for (ContainerPort port : container.ports()) {
        addTo(byInitName, port.nameText(), set);
      }
    }
  }

  private void addNumbers(PodSet set, List<ContainerPort> ports) {
    for (ContainerPort port : ports) {
      byNumber.computeIfAbsent(port.number().value(), none -> new ArrayList<>(1)).add(port);
      String said = port.number().value() + port.protocol().value() + ' ' + port.nameText();
      numbered.putIfAbsent(said, port);
    }
    firstNumbered = firstNumbered == null && !ports.isEmpty() ? set : firstNumbered;
  }

  private static void addTo(Map<String, List<PodSet>> sets, String name, PodSet set) {
    append(sets.computeIfAbsent(name, none -> new ArrayList<>(1)), set);
  }

  private static void append(List<PodSet> sets, PodSet set) {
    if (sets.isEmpty() || sets.get(sets.size() - 1) != set) {
      sets.add(set);
    }
  }
}
