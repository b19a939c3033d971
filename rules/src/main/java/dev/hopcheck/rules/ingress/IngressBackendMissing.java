package dev.hopcheck.rules.ingress;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.Completeness;
import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import java.util.HashSet;
import java.util.Set;

/** Finds backends of Ingresses whose Service is not in the Ingress's namespace. */
final class IngressBackendMissing implements ResourceRule<Ingress> {
  private static final String RATIONALE =
      """
      The backend of an Ingress is a Service of the same namespace; a Service of another namespace cannot
      be named. The API server does not check that it exists.
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
                      name: shopp # expect
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
    return RuleDoc.id("ingress-backend-missing")
        .severity(Severity.ERROR, Severity.WARNING, Severity.INFO)
        .family("ingress")
        .summary("the Service of an Ingress backend does not exist")
        .rationale(RATIONALE)
        .symptom("HTTP 503 or 500 from the ingress controller")
        .mend("Name a Service of the Ingress's own namespace, or move one of them.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Ingress, the Ingress resource")
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
      if (backend instanceof Ingress.ServiceBackend service
          && isMissing(ingress, service, in.cluster())
          && said.add(service.name().value())) {
        report(ingress, service, in);
      }
    }
  }

  private static boolean isMissing(
      Ingress ingress, Ingress.ServiceBackend backend, Cluster cluster) {
    String name = backend.name().value();
    return backend.name().known()
        && !Backends.isPseudo(ingress, backend)
        && !name.startsWith("cm-acme-http-solver")
        && cluster.service(ingress.namespace(), name) == null
        && !cluster.isImplied(ingress.namespace(), name);
  }

  private static void report(Ingress ingress, Ingress.ServiceBackend backend, Inspection in) {
    Cluster cluster = in.cluster();
    String name = backend.name().value();
    Service alike = NearService.alike(name, ingress, cluster);
    Service elsewhere = alike == null ? NearService.elsewhere(name, ingress, cluster) : null;
    Completeness known = cluster.completeness(ingress.namespace());
    boolean declared = known.declared();
    // That a namespace has no workload is no doubt where the Service is seen to be in another.
    boolean open =
        known.open() && !(elsewhere != null && known.reason() == Completeness.Reason.NO_WORKLOAD);
    boolean near = alike != null || elsewhere != null;
    Draft draft =
        in.at(backend.name())
            .say("there is no Service `" + name + "` in namespace `" + ingress.namespace() + "`")
            .label("no such Service")
            .severity(
                declared || (near && !open)
                    ? Severity.ERROR
                    : near ? Severity.WARNING : Severity.INFO)
            .note("the ingress controller answers requests for this backend with HTTP 503 or 500");
    if (alike != null) {
      draft
          .related(alike.head().name(), "closest: `" + alike.name() + "`")
          .fix(
              "change `" + name + "` to `" + alike.name() + "`",
              Applicability.UNSAFE,
              alike.name());
    } else if (elsewhere != null) {
      draft
          .related(elsewhere.head().name(), "exists in namespace `" + elsewhere.namespace() + "`")
          .note("a backend is always looked up in the namespace of the Ingress")
          .advice("move the Ingress to namespace `" + elsewhere.namespace() + "`");
    } else {
      draft.advice("add the Service, or check that it is applied from elsewhere");
    }
    draft.report();
  }
}
