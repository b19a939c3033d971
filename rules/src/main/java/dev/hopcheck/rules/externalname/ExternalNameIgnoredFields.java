package dev.hopcheck.rules.externalname;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.PortRef;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;

/** Finds fields that have no effect on an alias. */
final class ExternalNameIgnoredFields implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      An ExternalName Service is a DNS alias and nothing else. It selects no pods and translates no ports:
      clients connect to the other name with the port that they were given.
      """;

  private static final String BAD =
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
            targetPort: 8443 # expect
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
    return RuleDoc.id("external-name-ignored-fields")
        .severity(Severity.INFO)
        .family("externalname")
        .summary("fields have no effect on an ExternalName Service")
        .rationale(RATIONALE)
        .symptom("clients reach the port that they ask for, not the target port")
        .mend("Remove the field; let clients use the port of the other host.")
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
    if (Alias.targetOf(service, in) == null) {
      return;
    }
    boolean meant = !in.cluster().selectedBy(service.selector(), service.namespace()).isEmpty();
    if (!service.selector().isEmpty() && meant) {
      in.at(service.selector().at())
          .field(service.selector().field())
          .say("the selector has no effect on an ExternalName Service")
          .label("ignored")
          .note("clients reach the other name, never the pods that carry these labels")
          .advice("remove the selector, or the type")
          .report();
    }
    for (ServicePort port : service.ports()) {
      PortRef target = port.targetPort().value();
      boolean differs = target.named() || target.asNumber() != port.port().value();
      if (port.targetPort().written()
          && port.targetPort().known()
          && port.port().known()
          && differs) {
        in.at(port.targetPort())
            .say("`targetPort` has no effect on an ExternalName Service")
            .label("ignored")
            .related(port.port(), "clients arrive at this port of the other host")
            .note("an alias translates no ports")
            .advice("remove `targetPort`")
            .report();
      }
    }
  }
}
