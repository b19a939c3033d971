package dev.hopcheck.rules.ingress;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;

/** Finds Ingresses that name no class where no class is the default. */
final class IngressClassMissing implements ResourceRule<Ingress> {
  private static final String RATIONALE =
      """
      An Ingress without a class belongs to the IngressClass that is marked as the default. Where none is,
      it depends on the controllers whether one of them serves it.
      """;

  private static final String BAD =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec: # expect
        defaultBackend:
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
        defaultBackend:
          service:
            name: shop
            port:
              number: 80
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("ingress-class-missing")
        .severity(Severity.INFO)
        .family("ingress")
        .summary("an Ingress names no class, and no class is the default")
        .rationale(RATIONALE)
        .symptom("the Ingress may get no address")
        .mend("Set `ingressClassName`.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Ingress, default IngressClass")
        .build();
  }

  @Override
  public Class<Ingress> subject() {
    return Ingress.class;
  }

  @Override
  public void check(Ingress ingress, Inspection in) {
    if (Backends.className(ingress) != null || in.isBroken(ingress)) {
      return;
    }
    if (in.once(IngressClasses.class, IngressClasses::of).anyDefault()) {
      return;
    }
    in.at(ingress.head().object().root().get("spec").keyLocation())
        .field("spec.ingressClassName")
        .say(
            "`spec` of Ingress `"
                + ingress.name()
                + "` names no class, and no IngressClass is the default")
        .label("`ingressClassName` is not set")
        .note("whether a controller serves it depends on how the controllers are set up")
        .advice("set `ingressClassName`")
        .report();
  }
}
