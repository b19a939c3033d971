package dev.hopcheck.rules.workload;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Container.ContainerPort;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds workloads that want one host port on the same nodes. */
final class HostPortShared implements ResourceRule<Workload> {
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
  public Class<Workload> subject() {
    return Workload.class;
  }

  @Override
  public void check(Workload workload, Inspection in) {
    PodSet own = in.cluster().podSet(workload);
    if (own == null || in.isBroken(workload) || in.cluster().hasVariants()) {
      return;
    }
    for (ContainerPort port : HostPorts.of(workload.spec())) {
      for (PodSet other : in.cluster().podSets()) {
        if (other == own) {
          break;
        }
        ContainerPort taken = taken(port, other);
        if (taken != null && counts(own) && counts(other) && !in.isBroken(other.owner())) {
          report(own, port, other, taken, in);
          return;
        }
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
