package dev.hopcheck.rules.ingress;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Secret;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;

/** Finds certificates of Ingresses whose Secret is not there, or is no certificate. */
final class IngressTlsSecretMissing implements ResourceRule<Ingress> {
  private static final String RATIONALE =
      """
      The certificate of an Ingress is a Secret of the same namespace with `tls.crt` and `tls.key`. Without
      it the controller serves a certificate of its own, which no client trusts.
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
          - secretName: shop-tsl # expect
        defaultBackend:
          service:
            name: shop
            port:
              number: 80
      ---
      apiVersion: v1
      kind: Secret
      metadata:
        name: shop-tls
      type: kubernetes.io/tls
      stringData:
        tls.crt: the certificate
        tls.key: the key
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
        defaultBackend:
          service:
            name: shop
            port:
              number: 80
      ---
      apiVersion: v1
      kind: Secret
      metadata:
        name: shop-tls
      type: kubernetes.io/tls
      stringData:
        tls.crt: the certificate
        tls.key: the key
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("ingress-tls-secret-missing")
        .severity(Severity.WARNING, Severity.INFO)
        .family("ingress")
        .summary("the certificate of an Ingress does not exist")
        .rationale(RATIONALE)
        .symptom("the client is shown the controller's default certificate")
        .mend("Name a Secret of the Ingress's namespace that has `tls.crt` and `tls.key`.")
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
    if (in.isBroken(ingress) || isIssued(ingress)) {
      return;
    }
    for (Ingress.Tls tls : ingress.tls()) {
      Located<String> name = tls.secretName();
      if (name == null
          || name.unknown()
          || in.once(Certificates.class, Certificates::of).isMade(name.value())) {
        continue;
      }
      Secret secret = in.cluster().secret(ingress.namespace(), name.value());
      if (secret == null) {
        missing(ingress, name, in);
      } else if (!isCertificate(secret)) {
        in.at(name)
            .say("there is no certificate in Secret `" + name.value() + "`")
            .label("used as the certificate of the Ingress")
            .related(secret.head().name(), "has no `tls.crt` and `tls.key`")
            .note("the controller serves its default certificate, which no client trusts")
            .advice("give the Secret the keys `tls.crt` and `tls.key`")
            .report();
      }
    }
  }

  /** Whether a controller makes certificates for the Ingress, as annotations say. */
  private static boolean isIssued(Ingress ingress) {
    return Backends.hasKey(ingress.head().annotations(), "cert-manager")
        || Backends.hasKey(ingress.head().annotations(), "certmanager")
        || Backends.hasKey(ingress.head().annotations(), "tls-acme");
  }

  private static boolean isCertificate(Secret secret) {
    boolean empty = secret.data().isEmpty() && secret.stringData().isEmpty();
    return empty
        || secret.head().placeholders()
        || (secret.has("tls.crt") && secret.has("tls.key"));
  }

  private static void missing(Ingress ingress, Located<String> name, Inspection in) {
    Secret near =
        in.once(Certificates.class, Certificates::of).near(ingress.namespace(), name.value());
    Draft draft =
        in.at(name)
            .say(
                "there is no Secret `"
                    + name.value()
                    + "` in namespace `"
                    + ingress.namespace()
                    + "`")
            .label("no such Secret in the input")
            .severity(near == null ? Severity.INFO : Severity.WARNING)
            .note(
                "without it the controller serves its default certificate, which no client trusts");
    if (near == null) {
      draft.advice("add the Secret, or check that it is made elsewhere");
    } else {
      boolean same = near.namespace().equals(ingress.namespace());
      draft
          .related(
              near.head().name(),
              same
                  ? "closest: `" + near.name() + "`"
                  : "exists in namespace `" + near.namespace() + "`")
          .advice(
              same
                  ? "name the Secret `" + near.name() + "`"
                  : "put the Secret into the Ingress's namespace");
    }
    draft.report();
  }
}
