package dev.hopcheck.rules.port;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.Container.ContainerPort;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds pods in which two containers declare one port number. */
final class DuplicateContainerPort implements ClusterRule {
  private static final String RATIONALE =
      """
      The containers of a pod share one network, so only one process can listen on a number. The API server
      does not compare the containers; the second process fails when it starts.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8080
          - name: proxy
            image: registry.example.com/proxy:3.1
            ports:
              - containerPort: 8080 # expect
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: shop-front
      spec:
        containers:
          - name: shop
            image: registry.example.com/shop:1.4
            ports:
              - containerPort: 8080
          - name: proxy
            image: registry.example.com/proxy:3.1
            ports:
              - containerPort: 9000
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("duplicate-container-port")
        .severity(Severity.WARNING)
        .family("port")
        .summary("two containers of a pod declare the same port number")
        .rationale(RATIONALE)
        .symptom("the second container crashes: address already in use")
        .mend("Let one of the processes listen on another port and declare that.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Pods, networking")
        .build();
  }

  @Override
  public void check(Cluster cluster, Inspection in) {
    for (PodSet pods : cluster.podSets()) {
      if (in.isBroken(pods.owner())) {
        continue;
      }
      List<Container> containers = pods.spec().serving();
      if (containers.size() > 1) {
        check(pods, containers, in);
      }
    }
  }

  private static void check(PodSet pods, List<Container> containers, Inspection in) {
    Map<Listening, ContainerPort> earlier = new HashMap<>();
    for (Container container : containers) {
      for (ContainerPort port : container.ports()) {
        if (port.number().known() && port.protocol().known()) {
          ContainerPort first = earlier.get(Listening.on(port));
          if (first != null) {
            report(pods, container, first, port, in);
          }
        }
      }
      for (ContainerPort port : container.ports()) {
        if (port.number().known()) {
          earlier.putIfAbsent(Listening.on(port), port);
        }
      }
    }
  }

  private record Listening(int number, String protocol) {
    static Listening on(ContainerPort port) {
      return new Listening(port.number().value(), port.protocol().value());
    }
  }

  private static void report(
      PodSet pods, Container second, ContainerPort first, ContainerPort port, Inspection in) {
    in.at(port.number())
        .resource(pods.owner())
        .say(
            "two containers of `" + pods.title() + "` declare port `" + port.number().value() + "`")
        .label("`" + second.name().value() + "` cannot listen here too")
        .related(first.number(), "already declared here")
        .note(
            "the containers share one network: the process that starts second fails with \"address"
                + " already in use\"")
        .advice("let one of them listen on another port")
        .report();
  }
}
