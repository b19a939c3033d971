package dev.hopcheck.rules.ingress;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.IngressClass;
import dev.hopcheck.resource.Located;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Finds Ingresses of a class that is not among the IngressClasses. */
final class IngressClassUnknown implements ResourceRule<Ingress> {
  private static final Set<String> WELL_KNOWN =
      Set.of(
          "nginx",
          "nginx-internal",
          "traefik",
          "alb",
          "gce",
          "gce-internal",
          "haproxy",
          "kong",
          "istio",
          "contour",
          "cilium",
          "azure-application-gateway",
          "webapprouting.kubernetes.azure.com",
          "openshift-default",
          "public",
          "tailscale",
          "ngrok",
          "cloudflare-tunnel");

  /** What nobody reads to its end is only counted. */
  private static final int MOST_SHOWN = 20;

  private static final String RATIONALE =
      """
      A controller serves the Ingresses of its class. If no IngressClass of that name exists, no controller
      feels responsible and the Ingress stays without an address.
      """;

  private static final String BAD =
      """
      apiVersion: networking.k8s.io/v1
      kind: IngressClass
      metadata:
        name: edge
      spec:
        controller: example.com/edge
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        ingressClassName: egde # expect
        defaultBackend:
          service:
            name: shop
            port:
              number: 80
      """;

  private static final String GOOD =
      """
      apiVersion: networking.k8s.io/v1
      kind: IngressClass
      metadata:
        name: edge
      spec:
        controller: example.com/edge
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        ingressClassName: edge
        defaultBackend:
          service:
            name: shop
            port:
              number: 80
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("ingress-class-unknown")
        .severity(Severity.WARNING, Severity.INFO)
        .family("ingress")
        .summary("the class of an Ingress does not exist")
        .rationale(RATIONALE)
        .symptom(
            "the Ingress gets no address; requests get HTTP 404 from another controller, or none")
        .mend("Name an IngressClass that exists.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Ingress, Ingress class")
        .build();
  }

  @Override
  public Class<Ingress> subject() {
    return Ingress.class;
  }

  @Override
  public void check(Ingress ingress, Inspection in) {
    Located<String> wanted = ingress.className();
    if (wanted == null || wanted.unknown() || in.isBroken(ingress)) {
      return;
    }
    IngressClasses known = in.once(IngressClasses.class, IngressClasses::of);
    if (known.anyUnknown() || known.byName().containsKey(wanted.value())) {
      return;
    }
    String near = known.names().nearest(wanted.value());
    if (near.isEmpty() && WELL_KNOWN.contains(wanted.value())) {
      return;
    }
    report(wanted, near, known, in);
  }

  private static Collection<IngressClass> near(String near, IngressClasses known) {
    IngressClass one = known.byName().get(near);
    return one == null ? known.byName().values() : List.of(one);
  }

  private static void report(
      Located<String> wanted, String near, IngressClasses known, Inspection in) {
    Draft draft =
        in.at(wanted)
            .say("there is no IngressClass `" + wanted.value() + "`")
            .label(
                known.byName().isEmpty()
                    ? "no IngressClass is in the input"
                    : "no such IngressClass")
            .severity(known.byName().isEmpty() ? Severity.INFO : Severity.WARNING)
            .note("unless a controller serves that name all the same, the Ingress gets no address");
    int shown = 0;
    for (IngressClass other : near(near, known)) {
      if (shown++ < MOST_SHOWN) {
        draft.related(other.head().name(), "IngressClass `" + other.name() + "`");
      }
    }
    if (shown > MOST_SHOWN) {
      draft.note("there are " + (shown - MOST_SHOWN) + " more IngressClasses");
    }
    if (near.isEmpty()) {
      draft.advice("name an IngressClass that exists");
    } else {
      draft.fix("change `" + wanted.value() + "` to `" + near + "`", Applicability.UNSAFE, near);
    }
    draft.report();
  }
}
