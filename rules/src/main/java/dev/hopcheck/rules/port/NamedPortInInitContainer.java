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

/** Finds Service ports whose target name only a plain init container declares. */
final class NamedPortInInitContainer implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      An init container ends before the others start, so its ports are never searched for a named
      `targetPort`. Only those that keep running (`restartPolicy: Always`) count.
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
            targetPort: proxy # expect
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
        labels:
          app: shop
      spec:
        initContainers:
          - name: proxy
            image: registry.example.com/proxy:3.1
            ports:
              - name: proxy
                containerPort: 9000
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
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
        initContainers:
          - name: proxy
            image: registry.example.com/proxy:3.1
            restartPolicy: Always
            ports:
              - name: proxy
                containerPort: 9000
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("named-port-in-init-container")
        .severity(Severity.ERROR)
        .family("port")
        .summary("only an init container declares the named target port")
        .rationale(RATIONALE)
        .symptom("connection refused")
        .mend("Declare the port on a container that keeps running.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: sidecar containers")
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
        ContainerPort found = table == null ? ofInitOnly(name, pods) : table.ofInitOnly(name);
        if (found != null) {
          report(service, port, found, in);
        }
      }
    }
  }

  static @Nullable ContainerPort ofInitOnly(String name, List<PodSet> pods) {
    ContainerPort found = null;
    for (PodSet set : pods) {
      if (DeclaredPorts.unsure(set.spec()) || DeclaredPorts.named(set.spec(), name) != null) {
        return null;
      }
      if (found == null) {
        found = DeclaredPorts.ofInitContainer(set.spec(), name);
      }
    }
    return found;
  }

  private static void report(
      Service service, ServicePort port, ContainerPort found, Inspection in) {
    String name = port.targetPort().value().text();
    in.at(port.targetPort())
        .say("port `" + name + "` is declared by an init container only")
        .label("no running container has this port")
        .related(DeclaredPorts.at(found), "an init container ends before the pod is ready")
        .note(
            "the port has no endpoint, so connections to "
                + DeclaredPorts.host(service)
                + " port "
                + port.port().value()
                + " are refused")
        .advice("declare the port on a running container, or set `restartPolicy: Always`")
        .report();
  }
}
