package dev.hopcheck.rules.port;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Container.ContainerPort;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import java.util.List;

/** Finds Service ports that lead to the number of a host port. */
final class TargetPortIsHostPort implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      A Service sends traffic to the pod's own address, where `containerPort` counts. The `hostPort` is
      open on the address of the node only.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 9080 # expect
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
        labels:
          app: shop
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8000
                hostPort: 9080
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        selector:
          app: shop
        ports:
          - port: 80
            targetPort: 8000
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
        labels:
          app: shop
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8000
                hostPort: 9080
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("target-port-is-host-port")
        .severity(Severity.WARNING)
        .family("port")
        .summary("a Service port leads to the host port instead of the container port")
        .rationale(RATIONALE)
        .symptom("connection refused")
        .mend("Use the container port as `targetPort`.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes API: ContainerPort, hostPort")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    List<PodSet> pods = DeclaredPorts.podsOf(service, in);
    PortTable table = DeclaredPorts.table(service, pods, in);
    for (ServicePort port : service.ports()) {
      if (!DeclaredPorts.targetsNumber(port)) {
        continue;
      }
      ContainerPort found = NumericTarget.hostPort(port, pods, table);
      if (found != null && NumericTarget.of(port, pods, table).declaredNowhere()) {
        report(service, port, found, in);
      }
    }
  }

  private static void report(
      Service service, ServicePort port, ContainerPort found, Inspection in) {
    int target = port.targetPort().value().asNumber();
    String number = Integer.toString(found.number().value());
    Draft draft =
        in.at(port.targetPort())
            .say(
                "target port `"
                    + target
                    + "` is a host port; the container port is `"
                    + number
                    + "`")
            .label("the pod's own address has no such port")
            .related(found.number(), "container port `" + number + "`, host port `" + target + "`")
            .note(
                "connections to "
                    + DeclaredPorts.host(service)
                    + " port "
                    + port.port().value()
                    + " are refused by the pod unless it listens on `"
                    + target
                    + "` too");
    if (port.targetPort().written()) {
      draft.fix("change `" + target + "` to `" + number + "`", Applicability.UNSAFE, number);
    } else {
      draft.advice("set `targetPort: " + number + "`");
    }
    draft.report();
  }
}
