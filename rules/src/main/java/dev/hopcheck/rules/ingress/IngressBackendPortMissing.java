package dev.hopcheck.rules.ingress;

import dev.hopcheck.cluster.Completeness;
import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.PortRef;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.source.Location;
import dev.hopcheck.value.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds backends of Ingresses whose port is not a port of the Service. */
final class IngressBackendPortMissing implements ResourceRule<Ingress> {
  private static final String RATIONALE =
      """
      The port of a backend is a port of the Service: its `port` number or its port name. Numbers and names
      of the container (`targetPort`, `containerPort`) and node ports are not looked up.
      """;

  private static final String BAD =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        ingressClassName: nginx
        rules:
          - host: shop.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
                      name: shop
                      port:
                        number: 8080 # expect
      ---
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
            ports:
              - containerPort: 8080
      """;

  private static final String GOOD =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        ingressClassName: nginx
        rules:
          - host: shop.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
                      name: shop
                      port:
                        number: 80
      ---
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
            ports:
              - containerPort: 8080
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("ingress-backend-port-missing")
        .severity(Severity.ERROR, Severity.WARNING)
        .family("ingress")
        .summary("the port of an Ingress backend is no port of its Service")
        .rationale(RATIONALE)
        .symptom("HTTP 503, 502 or 500 from the ingress controller")
        .mend("Use the number or the name of a port that the Service has.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes API: ServiceBackendPort")
        .build();
  }

  @Override
  public Class<Ingress> subject() {
    return Ingress.class;
  }

  @Override
  public void check(Ingress ingress, Inspection in) {
    if (in.isBroken(ingress)) {
      return;
    }
    Set<Location> said = new HashSet<>();
    for (Ingress.Backend backend : ingress.backends()) {
      if (!(backend instanceof Ingress.ServiceBackend used) || used.name().unknown()) {
        continue;
      }
      Located<PortRef> port = used.port();
      Service service = in.cluster().service(ingress.namespace(), used.name().value());
      if (service == null || port == null || !port.known() || Backends.isPseudo(ingress, used)) {
        continue;
      }
      if (lacks(ingress, service, port, in) && said.add(port.at())) {
        report(service, port, in);
      }
    }
  }

  private static boolean lacks(
      Ingress ingress, Service service, Located<PortRef> wanted, Inspection in) {
    if (service.ports().isEmpty()
        || in.isBroken(service)
        || in.cluster().mayBeOther(ingress, service)) {
      return false;
    }
    for (ServicePort port : service.ports()) {
      boolean unknown = port.port().unknown() || (port.name() != null && port.name().unknown());
      if (unknown || isMet(wanted.value(), port)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMet(PortRef wanted, ServicePort port) {
    return wanted.named()
        ? wanted.text().equals(port.nameText())
        : port.port().value() == wanted.asNumber();
  }

  private static void report(Service service, Located<PortRef> wanted, Inspection in) {
    String text = wanted.value().text();
    Completeness known = in.cluster().completeness(service.namespace());
    boolean patched = known.kustomized();
    ServicePort meant = meant(service, wanted.value());
    ServicePort shown = meant == null ? service.ports().get(0) : meant;
    Draft draft =
        in.at(wanted)
            .say("Service `" + service.name() + "` has no port `" + text + "`")
            .label(hint(meant, wanted.value()))
            .related(shown.port(), "the Service has " + list(service))
            .note(
                "the ingress controller answers requests for this backend with HTTP 503, 502 or"
                    + " 500")
            .severity(patched ? Severity.WARNING : Severity.ERROR);
    if (meant == null) {
      draft.advice("use a port that the Service has");
    } else if (!wanted.value().named()) {
      String number = Integer.toString(meant.port().value());
      draft.fix("change `" + text + "` to `" + number + "`", Applicability.UNSAFE, number);
    } else if (!meant.nameText().isEmpty()) {
      String name = meant.nameText();
      draft.fix("change `" + text + "` to `" + name + "`", Applicability.UNSAFE, name);
    } else {
      draft.advice("use `number: " + meant.port().value() + "`, since the port has no name");
    }
    draft.report();
  }

  private static String hint(@Nullable ServicePort meant, PortRef wanted) {
    if (meant == null) {
      return "no port of the Service";
    }
    if (meant.targetPort().value().equals(wanted)) {
      return "this is the `targetPort`; the Service's port is " + describe(meant);
    }
    boolean node = meant.nodePort() != null && meant.nodePort().value() == wanted.asNumber();
    return node
        ? "this is the `nodePort`; the Service's port is " + describe(meant)
        : "no port of the Service; closest: " + describe(meant);
  }

  private static @Nullable ServicePort meant(Service service, PortRef wanted) {
    List<String> names = new ArrayList<>();
    for (ServicePort port : service.ports()) {
      if (port.targetPort().value().equals(wanted)
          || (port.nodePort() != null && port.nodePort().value() == wanted.asNumber())) {
        return port;
      }
      names.add(port.nameText());
    }
    String near = wanted.named() ? Nearest.of(wanted.text(), names).orElse("") : "";
    if (!near.isEmpty()) {
      return service.port(near);
    }
    return service.ports().size() == 1 ? service.ports().get(0) : null;
  }

  private static String list(Service service) {
    StringBuilder text = new StringBuilder();
    for (ServicePort port : service.ports()) {
      text.append(text.isEmpty() ? "" : ", ").append(describe(port));
    }
    return text.toString();
  }

  private static String describe(ServicePort port) {
    String number = "`" + port.port().value() + "`";
    return port.nameText().isEmpty() ? number : number + " (`" + port.nameText() + "`)";
  }
}
