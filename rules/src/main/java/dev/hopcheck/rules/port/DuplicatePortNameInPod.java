package dev.hopcheck.rules.port;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Container.ContainerPort;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds pods in which two containers have a port of one name. */
final class DuplicatePortNameInPod implements ClusterRule {
  private static final String RATIONALE =
      """
      Names of ports are unique within a container, but the API server does not compare containers. A
      Service that leads to the name reaches the first container that has it, and never the others.
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
            targetPort: http
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
              - name: http
                containerPort: 8080
          - name: proxy
            image: registry.example.com/proxy:3.1
            ports:
              - name: http # expect
                containerPort: 9000
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
            targetPort: proxy
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
              - name: http
                containerPort: 8080
          - name: proxy
            image: registry.example.com/proxy:3.1
            ports:
              - name: proxy
                containerPort: 9000
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("duplicate-port-name-in-pod")
        .severity(Severity.WARNING, Severity.INFO)
        .family("port")
        .summary("two containers of a pod have a port of the same name")
        .rationale(RATIONALE)
        .symptom("requests arrive at the wrong container")
        .mend("Give the ports different names and use the right one as `targetPort`.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes API: ContainerPort, name")
        .build();
  }

  @Override
  public void check(Cluster cluster, Inspection in) {
    for (PodSet pods : cluster.podSets()) {
      if (in.isBroken(pods.owner())) {
        continue;
      }
      List<ContainerPort> ports = DeclaredPorts.of(pods.spec());
      for (int i = 1; i < ports.size(); i++) {
        ContainerPort first = firstAlike(ports, i);
        if (first != null) {
          report(pods, first, ports.get(i), in);
        }
      }
    }
  }

  /** An earlier port of the same name and protocol that leads elsewhere; null for none. */
  private static @Nullable ContainerPort firstAlike(List<ContainerPort> ports, int index) {
    ContainerPort port = ports.get(index);
    if (port.name() == null || port.name().unknown() || port.number().unknown()) {
      return null;
    }
    for (int i = 0; i < index; i++) {
      ContainerPort other = ports.get(i);
      if (other.nameText().equals(port.nameText())
          && other.protocol().value().equals(port.protocol().value())) {
        boolean known = other.name() != null && other.number().known();
        return known && !other.number().value().equals(port.number().value()) ? other : null;
      }
    }
    return null;
  }

  private static void report(
      PodSet pods, ContainerPort first, ContainerPort second, Inspection in) {
    String name = second.nameText();
    ServicePort targeting = targeting(pods, second, in);
    in.at(DeclaredPorts.at(second))
        .field(second.field() + ".name")
        .resource(pods.owner())
        .say("two containers of `" + pods.title() + "` have a port named `" + name + "`")
        .label("never reached by this name")
        .related(DeclaredPorts.at(first), "`" + name + "` is " + first.number().value())
        .note(
            targeting == null
                ? "no Service in the input uses the name; one that did would reach "
                    + first.number().value()
                : "the Service port "
                    + targeting.port().value()
                    + " leads to `"
                    + name
                    + "` and reaches "
                    + first.number().value()
                    + ", never "
                    + second.number().value())
        .advice("give the ports different names")
        .severity(targeting == null ? Severity.INFO : Severity.WARNING)
        .report();
  }

  private static @Nullable ServicePort targeting(
      PodSet pods, ContainerPort declared, Inspection in) {
    for (Service service : in.cluster().servicesFor(pods)) {
      for (ServicePort port : service.ports()) {
        if (DeclaredPorts.targetsName(port)
            && port.targetPort().value().text().equals(declared.nameText())
            && port.protocol().value().equals(declared.protocol().value())) {
          return port;
        }
      }
    }
    return null;
  }
}
