package dev.hopcheck.rules.ingress;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Located;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.value.EditDistance;

/** Finds hosts of certificates for which an Ingress has no rule. */
final class IngressTlsHostMismatch implements ResourceRule<Ingress> {
  private static final String RATIONALE =
      """
      A certificate in `tls` is used for the hosts that stand with it. A host that no rule has is never
      served, and the host that was meant is served with another certificate.
      """;

  private static final String BAD =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        ingressClassName: nginx
        tls:
          - secretName: shop-tls
            hosts:
              - shop.example.org # expect
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
      """;

  private static final String GOOD =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        ingressClassName: nginx
        tls:
          - secretName: shop-tls
            hosts:
              - shop.example.com
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
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("ingress-tls-host-mismatch")
        .severity(Severity.WARNING)
        .family("ingress")
        .summary("a certificate is for a host that no rule of the Ingress has")
        .rationale(RATIONALE)
        .symptom("the client is shown the wrong certificate")
        .mend("Write the same hosts in `tls` and in `rules`.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Ingress, TLS")
        .build();
  }

  @Override
  public Class<Ingress> subject() {
    return Ingress.class;
  }

  @Override
  public void check(Ingress ingress, Inspection in) {
    if (in.isBroken(ingress) || ingress.rules().isEmpty() || servesAnyHost(ingress)) {
      return;
    }
    for (Ingress.Tls tls : ingress.tls()) {
      for (Located<String> host : tls.hosts()) {
        if (host.known() && !host.value().isEmpty() && !hasRule(host.value(), ingress)) {
          report(host, ingress, in);
        }
      }
    }
  }

  private static boolean servesAnyHost(Ingress ingress) {
    for (Ingress.Rule rule : ingress.rules()) {
      if (rule.host() == null || rule.host().unknown()) {
        return true;
      }
    }
    return ingress.defaultBackend() != null;
  }

  private static boolean hasRule(String host, Ingress ingress) {
    for (Ingress.Rule rule : ingress.rules()) {
      String served = rule.host() == null ? "" : rule.host().value();
      if (served.equals(host) || covers(host, served) || covers(served, host)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a wildcard, which stands for one label, covers the host. */
  private static boolean covers(String wildcard, String host) {
    int dot = host.indexOf('.');
    return wildcard.startsWith("*.")
        && dot > 0
        && wildcard.substring(1).equals(host.substring(dot));
  }

  private static void report(Located<String> host, Ingress ingress, Inspection in) {
    Draft draft =
        in.at(host)
            .say(
                "certificate host `"
                    + host.value()
                    + "` has no rule in Ingress `"
                    + ingress.name()
                    + "`")
            .label("no rule serves this host");
    Ingress.Rule near = ingress.rules().get(0);
    for (Ingress.Rule rule : ingress.rules()) {
      if (rule.host() != null && EditDistance.isNearMiss(rule.host().value(), host.value())) {
        near = rule;
      }
    }
    if (near.host() != null) {
      draft
          .related(near.host(), "served here: `" + near.host().value() + "`")
          .note("clients of `" + near.host().value() + "` may be shown another certificate");
    }
    draft.advice("write the same hosts in `tls` and in `rules`").report();
  }
}
