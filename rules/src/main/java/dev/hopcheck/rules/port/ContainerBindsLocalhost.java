package dev.hopcheck.rules.port;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.Container.ContainerPort;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import java.util.ArrayList;
import java.util.List;

/** Finds processes told to listen on the loopback address at a port that a Service leads to. */
final class ContainerBindsLocalhost implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      A process that listens on 127.0.0.1 answers only within its pod. It seems to work with `kubectl exec`
      and `kubectl port-forward`, but traffic of a Service comes to the pod's address and is refused.
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
            args:
              - --listen=127.0.0.1:8080 # expect
            ports:
              - containerPort: 8080
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
            args:
              - --listen=0.0.0.0:8080
            ports:
              - containerPort: 8080
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("container-binds-localhost")
        .severity(Severity.WARNING)
        .family("port")
        .summary("a process listens on the loopback address behind a Service")
        .rationale(RATIONALE)
        .symptom("connection refused")
        .mend("Let the process listen on all addresses (`0.0.0.0` or `::`).")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: debug Services, is the Service's Pod listening")
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
    for (PodSet set : table == null ? pods : table.listening()) {
      if (set.spec().hostNetwork().value()) {
        continue;
      }
      for (Container container : set.spec().serving()) {
        for (LoopbackListener found : LoopbackListener.in(container)) {
          List<Integer> targets = targets(service, set);
          int port = portOf(found, container, targets, set);
          if (targets.contains(port)) {
            report(service, set, found, port, in);
          }
        }
      }
    }
  }

  private static List<Integer> targets(Service service, PodSet set) {
    List<Integer> targets = new ArrayList<>();
    for (ServicePort port : service.ports()) {
      if (DeclaredPorts.targetsNumber(port)) {
        targets.add(port.targetPort().value().asNumber());
      } else if (DeclaredPorts.targetsName(port)) {
        ContainerPort found =
            set.spec().port(port.targetPort().value().text(), port.protocol().value());
        if (found != null && found.number().known()) {
          targets.add(found.number().value());
        }
      }
    }
    return targets;
  }

  /**
   * The port that goes with an address: as written, else the only one that the container declares.
   */
  private static int portOf(
      LoopbackListener found, Container container, List<Integer> targets, PodSet set) {
    if (found.port() > 0) {
      return found.port();
    }
    if (container.ports().size() == 1 && container.ports().get(0).number().known()) {
      return container.ports().get(0).number().value();
    }
    boolean alone = set.spec().serving().size() == 1 && container.ports().isEmpty();
    return alone && targets.size() == 1 ? targets.get(0) : -1;
  }

  private static void report(
      Service service, PodSet set, LoopbackListener found, int port, Inspection in) {
    in.at(found.at())
        .resource(set.owner())
        .say(
            "a process that Service `"
                + service.name()
                + "` leads to listens on the loopback address only")
        .label("`" + found.option() + "` binds port `" + port + "` to `" + found.host() + "`")
        .related(service.head().name(), "leads to port `" + port + "`")
        .note(
            "connections to "
                + DeclaredPorts.host(service)
                + " come to the pod's address and are refused; `kubectl port-forward` works all the"
                + " same")
        .advice("listen on `0.0.0.0` or `::`")
        .report();
  }
}
