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
import dev.hopcheck.rules.Clients;
import dev.hopcheck.value.Nearest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds Service ports that lead to a port name which the selected pods do not declare. */
final class NamedTargetPortNotFound implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      A `targetPort` that is a name is looked up among the container ports of each selected pod. A pod that
      declares no port of that name and protocol is no endpoint for this Service port.
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
            targetPort: http # expect
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
              - name: web
                containerPort: 8080
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
            targetPort: web
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
              - name: web
                containerPort: 8080
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("named-target-port-not-found")
        .severity(Severity.ERROR, Severity.WARNING)
        .family("port")
        .summary("a Service port leads to a port name that its pods do not declare")
        .rationale(RATIONALE)
        .symptom("connection refused; a headless Service lacks the SRV record of the port")
        .mend(
            "Use the name that the container port has, give the container port the name, or use its"
                + " number.")
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
    if (pods.isEmpty()) {
      return;
    }
    PortTable table = DeclaredPorts.table(service, pods, in);
    for (ServicePort port : service.ports()) {
      if (DeclaredPorts.targetsName(port)) {
        String name = port.targetPort().value().text();
        List<PodSet> lacking = table == null ? lacking(name, pods) : table.lacking(name);
        if (!lacking.isEmpty()) {
          report(service, port, lacking, lacking.size() == pods.size(), in);
        }
      }
    }
  }

  /** The pods that surely lack the name and matter. */
  static List<PodSet> lacking(String name, List<PodSet> pods) {
    List<PodSet> lacking = new ArrayList<>(pods.size());
    for (PodSet set : pods) {
      if (DeclaredPorts.unsure(set.spec())) {
        return List.of();
      }
      boolean unsaid =
          DeclaredPorts.named(set.spec(), name) != null
              || DeclaredPorts.ofInitContainer(set.spec(), name) != null
              || (pods.size() > 1 && (set.runsToEnd() || set.scaledToZero()));
      if (!unsaid) {
        lacking.add(set);
      }
    }
    return lacking;
  }

  private static void report(
      Service service, ServicePort port, List<PodSet> lacking, boolean none, Inspection in) {
    String name = port.targetPort().value().text();
    PodSet first = lacking.get(0);
    List<ContainerPort> declared = DeclaredPorts.of(first.spec());
    Draft draft =
        in.at(port.targetPort())
            .say(
                none
                    ? "no pod behind Service `"
                        + service.name()
                        + "` has a port named `"
                        + name
                        + "`"
                    : "not all pods behind Service `"
                        + service.name()
                        + "` have a port named `"
                        + name
                        + "`")
            .label(none ? "no container port has this name" : "`" + first.title() + "` lacks it")
            .severity(none && certain(service, lacking, in) ? Severity.ERROR : Severity.WARNING);
    ContainerPort closest = closest(name, port, declared);
    if (closest != null) {
      draft.related(DeclaredPorts.at(closest), "closest: " + DeclaredPorts.describe(closest));
    } else {
      draft.related(
          first.spec().serving().isEmpty() ? first.spec().at() : first.spec().serving().get(0).at(),
          declared.isEmpty() ? "declares no port" : "declares " + DeclaredPorts.list(declared));
    }
    draft.note(symptom(service, port, none));
    Clients.show(draft, service, port.port().value(), in);
    mend(draft, name, none ? closest : null);
    draft.report();
  }

  private static String symptom(Service service, ServicePort port, boolean none) {
    if (service.headless()) {
      return "the addresses of the pods are still published, but no SRV record for this port";
    }
    String place = DeclaredPorts.host(service) + " port " + port.port().value();
    return none
        ? "the port has no endpoint, so connections to " + place + " are refused"
        : "connections to " + place + " reach the other pods only";
  }

  private static void mend(Draft draft, String name, @Nullable ContainerPort closest) {
    if (closest == null) {
      draft.advice("declare a container port named `" + name + "`, or use the port's number");
    } else if (closest.name() != null) {
      draft.fix(
          "change `" + name + "` to `" + closest.nameText() + "`",
          Applicability.UNSAFE,
          closest.nameText());
    } else {
      String number = Integer.toString(closest.number().value());
      draft.fix("use the number `" + number + "`", Applicability.UNSAFE, number);
    }
  }

  /** A port with nearly that name, else the only one of the right protocol. */
  private static @Nullable ContainerPort closest(
      String name, ServicePort port, List<ContainerPort> declared) {
    List<String> names = new ArrayList<>();
    List<ContainerPort> fitting = new ArrayList<>();
    for (ContainerPort candidate : declared) {
      if (candidate.protocol().value().equals(port.protocol().value())) {
        fitting.add(candidate);
        names.add(candidate.nameText());
      }
    }
    String near = Nearest.of(name, names).orElse("");
    for (ContainerPort candidate : fitting) {
      if (!near.isEmpty() && candidate.nameText().equals(near)) {
        return candidate;
      }
    }
    return fitting.size() == 1 ? fitting.get(0) : null;
  }

  /** A kustomization may add the port, a mesh a container, an operator of a custom kind both. */
  private static boolean certain(Service service, List<PodSet> lacking, Inspection in) {
    if (service.headless() || in.cluster().completeness(service.namespace()).kustomized()) {
      return false;
    }
    for (PodSet set : lacking) {
      if (set.assumed() || DeclaredPorts.injected(set)) {
        return false;
      }
    }
    return true;
  }
}
