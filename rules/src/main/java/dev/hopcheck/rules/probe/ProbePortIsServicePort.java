package dev.hopcheck.rules.probe;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.Container.ContainerPort;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.PortRef;
import dev.hopcheck.resource.Probe;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;
import org.jspecify.annotations.Nullable;

/** Finds probes that ask the port of a Service in place of the container's. */
final class ProbePortIsServicePort implements ClusterRule {
  private static final String RATIONALE =
      """
      The kubelet asks the container itself, not the Service. A probe of the Service's port number
      finds nobody there if the container listens on another one.
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
            targetPort: 8080
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
                readinessProbe:
                  tcpSocket:
                    port: 80 # expect
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
            targetPort: 8080
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
                readinessProbe:
                  tcpSocket:
                    port: 8080
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("probe-port-is-service-port")
        .severity(Severity.WARNING)
        .family("probe")
        .summary("a probe asks the port of the Service, not of the container")
        .rationale(RATIONALE)
        .symptom("the pod never becomes ready, or is restarted again and again")
        .mend("Ask the port on which the container listens.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Configure liveness, readiness and startup probes")
        .build();
  }

  @Override
  public void check(Cluster cluster, Inspection in) {
    for (PodSet set : cluster.podSets()) {
      if (in.isBroken(set.owner()) || cluster.servicesFor(set).isEmpty()) {
        continue;
      }
      for (Container container : set.spec().serving()) {
        for (Probe.Kind kind : Probe.Kind.values()) {
          Probe probe = ProbePorts.probe(container, kind);
          if (probe != null && probe.host() == null) {
            check(set, container, probe, in);
          }
        }
      }
    }
  }

  private static void check(PodSet set, Container container, Probe probe, Inspection in) {
    Located<PortRef> asked = probe.port();
    if (asked == null || asked.unknown() || asked.value().named()) {
      return;
    }
    int number = asked.value().asNumber();
    if (declared(set, number) != null) {
      return;
    }
    for (Service service : in.cluster().servicesFor(set)) {
      ServicePort port = service.port(number);
      ContainerPort target = port == null ? null : target(set, port);
      if (port != null && target != null && container.ports().contains(target)) {
        String text = Integer.toString(target.number().value());
        in.at(asked)
            .resource(set.owner())
            .say(
                "probe of container `"
                    + container.name().value()
                    + "` asks port `"
                    + number
                    + "` of Service `"
                    + service.name()
                    + "`, not its own port `"
                    + text
                    + "`")
            .label("the container does not declare this port")
            .related(port.port(), "a port of the Service, which leads to `" + text + "`")
            .related(target.number(), "the port of the container")
            .note("the kubelet asks the container itself, so the probe fails each time")
            .fix("ask port `" + text + "`", Applicability.UNSAFE, text)
            .report();
        return;
      }
    }
  }

  private static @Nullable ContainerPort target(PodSet set, ServicePort port) {
    PortRef target = port.targetPort().value();
    return target.named()
        ? set.spec().port(target.text(), port.protocol().value())
        : declared(set, target.asNumber());
  }

  private static @Nullable ContainerPort declared(PodSet set, int number) {
    for (Container container : set.spec().serving()) {
      for (ContainerPort port : container.ports()) {
        if (port.number().unknown() || port.number().value() == number) {
          return port;
        }
      }
    }
    return null;
  }
}
