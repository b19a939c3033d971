package dev.hopcheck.rules.workload;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Container.ContainerPort;
import dev.hopcheck.resource.Node;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import java.util.List;
import java.util.Objects;

/** Finds workloads with more pods than nodes that can give each its host port. */
final class HostPortMultiReplica implements ResourceRule<Workload> {
  private static final String RATIONALE =
      """
      A host port is taken once on each node. A workload with more pods than nodes leaves the rest of them pending.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Node
      metadata:
        name: one
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
      spec:
        replicas: 2
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
      apiVersion: v1
      kind: Node
      metadata:
        name: one
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
      spec:
        replicas: 1
        strategy:
          type: Recreate
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
                    hostPort: 80
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("host-port-multi-replica")
        .severity(Severity.WARNING, Severity.INFO)
        .family("workload")
        .summary("a workload with a host port has more pods than nodes")
        .rationale(RATIONALE)
        .symptom("pods stay Pending: no node has the port free")
        .mend("Remove the host port and use a Service, or use a DaemonSet.")
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
    boolean counted =
        workload.type().replicated()
            && workload.type() != Workload.Type.CUSTOM
            && workload.replicas().known()
            && workload.replicas().value() > 1;
    if (!counted || in.isBroken(workload)) {
      return;
    }
    List<ContainerPort> ports = HostPorts.of(workload.spec());
    if (ports.isEmpty()) {
      return;
    }
    int replicas = workload.replicas().value();
    int nodes = HostPorts.nodes(in.cluster(), workload.spec());
    boolean nodesKnown = !in.cluster().all(Node.class).isEmpty();
    if (nodesKnown && nodes >= replicas) {
      return;
    }
    ContainerPort port = ports.get(0);
    Draft draft =
        in.at(Objects.requireNonNull(port.hostPort()))
            .severity(nodesKnown ? Severity.WARNING : Severity.INFO)
            .say(
                "`"
                    + workload.head().kind()
                    + " "
                    + workload.name()
                    + "` wants host port `"
                    + HostPorts.text(port)
                    + "` for each of "
                    + replicas
                    + " pods")
            .label("one pod a node can have it")
            .related(workload.replicas(), replicas + " pods");
    if (nodesKnown) {
      draft.note(
          (nodes == 0 ? "no node" : nodes == 1 ? "only one node" : "only " + nodes + " nodes")
              + " of the input can take them, so the other pods stay Pending");
    } else {
      draft.note("with fewer than " + replicas + " nodes the other pods stay Pending");
    }
    draft.advice("remove `hostPort` and use a Service, or use a DaemonSet").report();
  }
}
