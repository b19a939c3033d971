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
import org.jspecify.annotations.Nullable;

/** Finds Service ports whose target name the pods declare with another protocol only. */
final class NamedTargetPortProtocolMismatch implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      A named `targetPort` is looked up by name and protocol together. A container port without `protocol`
      is TCP, so a UDP port of a Service does not find it although the name is right.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: resolver
      spec:
        selector:
          app: resolver
        ports:
          - port: 53
            protocol: UDP
            targetPort: dns # expect
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: resolver-main
        labels:
          app: resolver
      spec:
        containers:
          - name: resolver
            image: registry.example.com/resolver:2.0
            ports:
              - name: dns
                containerPort: 5353
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: resolver
      spec:
        selector:
          app: resolver
        ports:
          - port: 53
            protocol: UDP
            targetPort: dns
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: resolver-main
        labels:
          app: resolver
      spec:
        containers:
          - name: resolver
            image: registry.example.com/resolver:2.0
            ports:
              - name: dns
                containerPort: 5353
                protocol: UDP
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("named-target-port-protocol-mismatch")
        .severity(Severity.ERROR, Severity.WARNING)
        .family("port")
        .summary("the named target port exists with another protocol only")
        .rationale(RATIONALE)
        .symptom("connection refused; datagrams are lost")
        .mend("Give the container port and the Service port the same protocol.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Service, port definitions (named ports)")
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
      if (DeclaredPorts.targetsName(port)) {
        String name = port.targetPort().value().text();
        check(service, port, table == null ? pods : table.named(name), in);
      }
    }
  }

  private static void check(Service service, ServicePort port, List<PodSet> pods, Inspection in) {
    String name = port.targetPort().value().text();
    String protocol = port.protocol().value();
    ContainerPort other = null;
    boolean served = false;
    for (PodSet set : pods) {
      if (set.spec().port(name, protocol) != null) {
        served = true;
      } else if (other == null) {
        other = known(DeclaredPorts.named(set.spec(), name));
      }
    }
    if (other == null) {
      return;
    }
    String place = DeclaredPorts.host(service) + " port " + port.port().value() + "/" + protocol;
    in.at(port.targetPort())
        .say(
            "port `"
                + name
                + "` of the pods is "
                + other.protocol().value()
                + ", but Service `"
                + service.name()
                + "` asks for "
                + protocol)
        .label("no " + protocol + " port has this name")
        .related(
            other.protocol().written() ? other.protocol().at() : DeclaredPorts.at(other),
            other.protocol().written()
                ? "declared as " + other.protocol().value()
                : "without `protocol` it is " + other.protocol().value())
        .note("name and protocol are looked up together, so " + place + " has no endpoint here")
        .advice("write `protocol: " + protocol + "` at the container port, or change the Service's")
        .severity(served ? Severity.WARNING : Severity.ERROR)
        .report();
  }

  private static @Nullable ContainerPort known(@Nullable ContainerPort port) {
    return port == null || port.protocol().unknown() ? null : port;
  }
}
