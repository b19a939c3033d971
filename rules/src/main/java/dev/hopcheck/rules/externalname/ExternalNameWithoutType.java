package dev.hopcheck.rules.externalname;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;

/** Finds Services with an external name that are no aliases. */
final class ExternalNameWithoutType implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      `externalName` counts only with `type: ExternalName`. Without it the Service is an ordinary one with a
      cluster IP, and the name is ignored without a word.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: billing
      spec:
        externalName: billing.vendor.example.net # expect
        ports:
          - port: 443
      """;

  private static final String GOOD =
      """
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

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("external-name-without-type")
        .severity(Severity.WARNING)
        .family("externalname")
        .summary("`externalName` has no effect, because the type is another")
        .rationale(RATIONALE)
        .symptom("connection refused: the Service has a cluster IP and no endpoints")
        .mend("Set `type: ExternalName`, or remove `externalName`.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Service, ExternalName")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    Located<String> name = service.externalName();
    if (name == null
        || service.type().unknown()
        || service.isExternalName()
        || in.isBroken(service)) {
      return;
    }
    String type = service.type().value();
    in.at(name)
        .say("`externalName` has no effect on a Service of type `" + type + "`")
        .label("ignored")
        .related(
            service.type().written() ? service.type().at() : service.head().name().at(),
            service.type().written()
                ? "the type is `" + type + "`"
                : "without `type` it is `" + type + "`")
        .note(
            service.selectsPods()
                ? "clients reach the selected pods, never `" + name.value() + "`"
                : "the name resolves to a cluster IP without endpoints, so connections are refused")
        .advice("set `type: ExternalName`, or remove `externalName`")
        .report();
  }
}
