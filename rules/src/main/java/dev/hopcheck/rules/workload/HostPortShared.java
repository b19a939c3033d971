package dev.hopcheck.rules.workload;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Container.ContainerPort;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds workloads that want one host port on the same nodes. */
final class HostPortShared implements ClusterRule {
  private static final String RATIONALE =
      """
      A host port is taken once on each node. A pod that wants one which a DaemonSet holds on every node finds no place.
      """;

  private static final String BAD =
      """
      apiVersion: apps/v1
      kind: DaemonSet
      metadata:
        name: edge
      spec:
        selector:
          matchLabels:
            app: edge
        template:
          metadata:
            labels:
              app: edge
          spec:
            containers:
              - name: main
                image: registry.example.com/edge:1.4
                ports:
                  - containerPort: 8080
                    hostPort: 80
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
      spec:
        selector:
          matchLabels:
            app: shop
        template:
          metadata:
            labels:
              app: shop
          spec:
            containers:
              - name: main
                image: registry.example.com/shop:1.4
                ports:
                  - containerPort: 8080
                    hostPort: 80 # expect
      """;

  private static final String GOOD =
      """
      apiVersion: apps/v1
      kind: DaemonSet
      metadata:
        name: edge
      spec:
        selector:
          matchLabels:
            app: edge
        template:
          metadata:
            labels:
              app: edge
          spec:
            containers:
              - name: main
                image: registry.example.com/edge:1.4
                ports:
                  - containerPort: 8080
                    hostPort: 80
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
      spec:
        selector:
          matchLabels:
            app: shop
        template:
          metadata:
            labels:
              app: shop
          spec:
            containers:
              - name: main
                image: registry.example.com/shop:1.4
                ports:
                  - containerPort: 8080
                    hostPort: 81
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("host-port-shared")
        .severity(Severity.WARNING, Severity.INFO)
        .family("workload")
        .summary("two workloads want one host port")
        .rationale(RATIONALE)
        .symptom("pods stay Pending: no node has the port free")
        .mend("Give them different host ports, or different nodes.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes API: ContainerPort, hostPort")
        .build();
  }

  @Override
  public void check(Cluster cluster, Inspection in) {
    if (cluster.hasVariants()) {
      return;
    }
    Map<String, List<PodSet>> holders = new HashMap<>();
    for (PodSet own : cluster.podSets()) {
      if (!counts(own) || in.isBroken(own.owner())) {
        continue;
      }
      for (ContainerPort port : HostPorts.of(own.spec())) {
        List<PodSet> others =
            holders.computeIfAbsent(HostPorts.text(port), unused -> new ArrayList<>(1));
        for (PodSet other : others) {
          ContainerPort taken = other == own ? null : taken(port, other);
          if (taken != null) {
            report(own, port, other, taken, in);
            break;
          }
        }
        others.add(own);
      }
    }
  }

  private static @Nullable ContainerPort taken(ContainerPort port, PodSet other) {
    for (ContainerPort candidate : HostPorts.of(other.spec())) {
      if (HostPorts.clash(port, candidate)) {
        return candidate;
      }
    }
    return null;
  }

  private static boolean counts(PodSet set) {
    return !set.runsToEnd() && !set.scaledToZero() && !set.assumed();
  }

  /**
   * Only a pod on every node leaves no place for another; alternatives tend to be in other files.
   */
  private static Severity severity(PodSet own, PodSet other) {
    boolean certain = HostPorts.onEachNode(own) || HostPorts.onEachNode(other);
    boolean together =
        own.owner().head().document().file() == other.owner().head().document().file();
    return certain && together ? Severity.WARNING : Severity.INFO;
  }

  private static void report(
      PodSet own, ContainerPort port, PodSet other, ContainerPort taken, Inspection in) {
    in.at(Objects.requireNonNull(port.hostPort()))
        .resource(own.owner())
        .severity(severity(own, other))
        .say(
            "`"
                + own.title()
                + "` and `"
                + other.title()
                + "` both want host port `"
                + HostPorts.text(port)
                + "`")
        .label("one pod a node can have it")
        .related(Objects.requireNonNull(taken.hostPort()), "wanted by `" + other.title() + "` too")
        .note("where both would run on one node, one of them stays Pending")
        .advice("give them different host ports, or different nodes")
        .report();
  }
}
