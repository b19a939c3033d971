package dev.hopcheck.rules.ingress;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import java.util.HashSet;
import java.util.Set;

/** Finds backends of Ingresses that are aliases of names outside. */
final class IngressExternalNameBackend implements ResourceRule<Ingress> {
  private static final String RATIONALE =
      """
      An ExternalName Service has no endpoints, only a name. Many ingress controllers send traffic to
      endpoints alone, and some that could follow the name refuse it unless they are told to.
      """;

  private static final String BAD =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: billing
      spec:
        ingressClassName: edge
        rules:
          - host: billing.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
                      name: billing # expect
                      port:
                        number: 443
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: billing
      spec:
        type: ExternalName
        externalName: billing.vendor.example.net
        ports:
          - port: 443
      """;

  private static final String GOOD =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: billing
      spec:
        ingressClassName: edge
        rules:
          - host: billing.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
                      name: billing
                      port:
                        number: 443
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: billing
      spec:
        ports:
          - port: 443
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata:
        name: billing-1
        labels:
          kubernetes.io/service-name: billing
      addressType: IPv4
      ports:
        - port: 443
      endpoints:
        - addresses:
            - 203.0.113.40
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("ingress-external-name-backend")
        .severity(Severity.WARNING, Severity.INFO)
        .family("ingress")
        .summary("the backend of an Ingress is an ExternalName Service")
        .rationale(RATIONALE)
        .symptom("HTTP 503 or 404 from the ingress controller")
        .mend(
            "Use a Service without selector and write its EndpointSlice, or check what the"
                + " controller does.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Service, ExternalName")
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
    Set<String> said = new HashSet<>();
    for (Ingress.Backend backend : ingress.backends()) {
      if (!(backend instanceof Ingress.ServiceBackend used) || used.name().unknown()) {
        continue;
      }
      Service service = in.cluster().service(ingress.namespace(), used.name().value());
      if (service != null && service.isExternalName() && said.add(service.name())) {
        report(ingress, used, service, in);
      }
    }
  }

  private static void report(
      Ingress ingress, Ingress.ServiceBackend used, Service service, Inspection in) {
    in.at(used.name())
        .say("backend `" + service.name() + "` is an ExternalName Service")
        .label("has no endpoints")
        .related(
            service.externalName() == null ? service.head().name() : service.externalName(),
            "an alias only")
        .note(
            "controllers that send traffic to endpoints answer HTTP 503; others resolve the name,"
                + " if they are allowed to")
        .advice("use a Service without selector and an EndpointSlice with the addresses")
        .severity(Backends.isCommunityNginx(ingress) ? Severity.INFO : Severity.WARNING)
        .report();
  }
}
