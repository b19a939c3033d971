package dev.hopcheck.rules.service;

import dev.hopcheck.cluster.ClientReference;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.resource.Container.ContainerPort;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.PortRef;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rule.UnitFacts;
import dev.hopcheck.rules.SharedPods;
import dev.hopcheck.source.Location;
import dev.hopcheck.trace.TracedFlow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds headless Services whose port differs from the port of the pods. */
final class HeadlessPortRemap implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      The name of a headless Service gives the addresses of the pods, and clients connect to the pods
      themselves. Nobody translates `port` to `targetPort`, so clients that use `port` find nothing there.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        clusterIP: None
        selector:
          app: shop
        ports:
          - port: 80 # expect
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
        clusterIP: None
        selector:
          app: shop
        ports:
          - port: 8080
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
            ports:
              - containerPort: 8080
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("headless-port-remap")
        .severity(Severity.WARNING, Severity.ERROR, Severity.INFO)
        .family("service")
        .summary("a headless Service cannot translate ports")
        .rationale(RATIONALE)
        .symptom("connection refused")
        .mend("Write the port of the pods as `port`, or give the Service a cluster IP.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Service, headless Services")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    if (!service.headless() || !service.selectsPods() || in.isBroken(service)) {
      return;
    }
    List<PodSet> pods = SharedPods.certain(service, in);
    for (ServicePort port : service.ports()) {
      Located<Integer> target = target(port, pods);
      if (target != null && port.port().known() && !target.value().equals(port.port().value())) {
        report(service, port, target, in);
      }
    }
  }

  /** Where the port leads to, as a number; null where pods do not say, or not all the same. */
  private static @Nullable Located<Integer> target(ServicePort port, List<PodSet> pods) {
    Located<PortRef> target = port.targetPort();
    if (target.unknown() || port.protocol().unknown() || pods.isEmpty()) {
      return null;
    }
    if (!target.value().named()) {
      return target.with(target.value().asNumber());
    }
    Located<Integer> found = null;
    for (PodSet set : pods) {
      ContainerPort declared = set.spec().port(target.value().text(), port.protocol().value());
      if (declared == null
          || declared.number().unknown()
          || (found != null && !found.value().equals(declared.number().value()))) {
        return null;
      }
      found = declared.number();
    }
    return found;
  }

  private static void report(
      Service service, ServicePort port, Located<Integer> target, Inspection in) {
    int number = port.port().value();
    Draft draft =
        in.at(port.port())
            .say(
                "headless Service `"
                    + service.name()
                    + "` does not translate port `"
                    + number
                    + "` to `"
                    + target.value()
                    + "`")
            .label("clients that use this port find nothing")
            .related(target, "the pods are reached at `" + target.value() + "`")
            .note(
                "clients connect to the pods themselves: "
                    + Services.host(service)
                    + " port "
                    + number
                    + " is refused, port "
                    + target.value()
                    + " works")
            .severity(clientsTranslate(service, port, in) ? Severity.INFO : Severity.WARNING);
    ClientReference client = client(service, number, in);
    if (client != null) {
      Location at = client.portAt() == null ? client.hostAt() : client.portAt();
      draft.related(at, client.client().title() + " connects to port " + number);
      draft.severity(Severity.ERROR);
    }
    String wanted = Integer.toString(target.value());
    draft.fix("change `port` to `" + wanted + "`", Applicability.UNSAFE, wanted).report();
  }

  /** A client that is surely told to use the port; null where none is. */
  private static @Nullable ClientReference client(Service service, int number, Inspection in) {
    for (UnitFacts.TracedReference traced : in.references()) {
      ClientReference reference = traced.reference();
      TracedFlow flow = traced.flow();
      if (reference.port() != number || reference.strength() != ClientReference.Strength.STRONG) {
        continue;
      }
      NetworkService reached = in.network().dns().serviceOf(flow.resolution().name());
      if (reached != null && reached.service().equals(service)) {
        return reference;
      }
    }
    return null;
  }

  /** Ingress controllers and collectors of metrics look up the endpoints with their ports. */
  private static boolean clientsTranslate(Service service, ServicePort port, Inspection in) {
    String name = port.nameText();
    boolean metrics = name.contains("metric") || name.contains("prom") || name.contains("monitor");
    return metrics || !in.cluster().backendsTo(service.namespace(), service.name()).isEmpty();
  }
}
