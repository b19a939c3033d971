package dev.hopcheck.rules.port;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Container.ContainerPort;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import java.util.List;

/** Finds Service ports whose target number the pods declare with another protocol only. */
final class ProtocolMismatch implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      TCP and UDP ports of one number have nothing to do with each other. A Service port is TCP unless it
      says otherwise, and so is a container port; traffic arrives with the protocol of the Service port.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: logs
      spec:
        selector:
          app: logs
        ports:
          - port: 514
            targetPort: 5140 # expect
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: logs-main
        labels:
          app: logs
      spec:
        containers:
          - name: logs
            image: registry.example.com/logs:2.0
            ports:
              - containerPort: 5140
                protocol: UDP
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: logs
      spec:
        selector:
          app: logs
        ports:
          - port: 514
            protocol: UDP
            targetPort: 5140
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: logs-main
        labels:
          app: logs
      spec:
        containers:
          - name: logs
            image: registry.example.com/logs:2.0
            ports:
              - containerPort: 5140
                protocol: UDP
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("protocol-mismatch")
        .severity(Severity.WARNING, Severity.INFO)
        .family("port")
        .summary("the pods declare the target port with another protocol")
        .rationale(RATIONALE)
        .symptom("connection refused; datagrams are lost")
        .mend("Give the Service port and the container port the protocol that the process speaks.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: protocols for Services")
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
      List<ContainerPort> declared = NumericTarget.of(port, pods, table).declared();
      if (!declared.isEmpty() && !anyWith(port.protocol().value(), declared)) {
        report(service, port, declared.get(0), in);
      }
    }
  }

  private static boolean anyWith(String protocol, List<ContainerPort> declared) {
    for (ContainerPort port : declared) {
      if (port.protocol().value().equals(protocol)) {
        return true;
      }
    }
    return false;
  }

  private static void report(
      Service service, ServicePort port, ContainerPort declared, Inspection in) {
    String number = port.targetPort().value().text();
    String protocol = port.protocol().value();
    String other = declared.protocol().value();
    boolean meant = declared.protocol().written() && !isServedAs(service, port, other);
    in.at(port.targetPort())
        .say(
            "target port `" + number + "` is " + protocol + ", but the pods declare it as " + other)
        .label("asked for as " + protocol + (port.protocol().written() ? "" : ", the default"))
        .related(
            declared.protocol().written() ? declared.protocol().at() : declared.number().at(),
            declared.protocol().written()
                ? "declared as " + other
                : "without `protocol` it is " + other)
        .note(
            "a process that speaks "
                + other
                + " only is not reached through "
                + DeclaredPorts.host(service)
                + " port "
                + port.port().value())
        .advice(
            meant
                ? "set `protocol: " + other + "` at the Service port"
                : "set `protocol: " + protocol + "` at the container port")
        .severity(meant ? Severity.WARNING : Severity.INFO)
        .report();
  }

  /** Whether another port of the Service leads to the same number with the declared protocol. */
  private static boolean isServedAs(Service service, ServicePort but, String protocol) {
    for (ServicePort port : service.ports()) {
      if (port != but
          && port.protocol().value().equals(protocol)
          && port.targetPort().value().text().equals(but.targetPort().value().text())) {
        return true;
      }
    }
    return false;
  }
}
