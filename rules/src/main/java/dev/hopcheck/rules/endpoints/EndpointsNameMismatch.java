package dev.hopcheck.rules.endpoints;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Endpoints;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rules.Wording;

/** Finds Endpoints that are named unlike the Service which waits for them. */
final class EndpointsNameMismatch implements ResourceRule<Endpoints> {
  private static final String RATIONALE =
      """
      Endpoints feed the Service of their own name and namespace. Under any other name they have no
      effect.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: legacy
      spec:
        ports:
          - port: 80
      ---
      apiVersion: v1
      kind: Endpoints
      metadata:
        name: legacy-db # expect
      subsets:
        - addresses:
            - ip: 192.0.2.10
          ports:
            - port: 8080
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: legacy
      spec:
        ports:
          - port: 80
      ---
      apiVersion: v1
      kind: Endpoints
      metadata:
        name: legacy
      subsets:
        - addresses:
            - ip: 192.0.2.10
          ports:
            - port: 8080
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("endpoints-name-mismatch")
        .severity(Severity.ERROR, Severity.WARNING)
        .family("endpoints")
        .summary("Endpoints are named unlike their Service")
        .rationale(RATIONALE)
        .symptom("connection refused")
        .mend("Give the Endpoints the name of the Service.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Services without selectors; EndpointSlice mirroring")
        .build();
  }

  @Override
  public Class<Endpoints> subject() {
    return Endpoints.class;
  }

  @Override
  public void check(Endpoints endpoints, Inspection in) {
    Cluster cluster = in.cluster();
    if (in.isBroken(endpoints)
        || endpoints.head().name().unknown()
        || !Handwritten.is(endpoints)
        || endpoints.subsets().isEmpty()
        || cluster.service(endpoints.namespace(), endpoints.name()) != null
        || cluster.isImplied(endpoints.namespace(), endpoints.name())) {
      return;
    }
    Service meant = Handwritten.lacking(endpoints.namespace(), in).only();
    if (meant == null) {
      return;
    }
    in.at(endpoints.head().name())
        .severity(
            cluster.completeness(endpoints.namespace()).open() && !alike(endpoints, meant)
                ? Severity.WARNING
                : Severity.ERROR)
        .say(
            "Endpoints `"
                + endpoints.name()
                + "` feed no Service: there is none of this name in namespace `"
                + endpoints.namespace()
                + "`")
        .label("no Service has this name")
        .related(
            meant.head().name(),
            "Service `" + meant.name() + "` has neither selector nor endpoints")
        .note(Wording.withoutEndpoints(meant))
        .fix(
            "change `" + endpoints.name() + "` to `" + meant.name() + "`",
            Applicability.UNSAFE,
            Wording.scalar(meant.name()))
        .report();
  }

  private static boolean alike(Endpoints endpoints, Service service) {
    return endpoints.name().startsWith(service.name())
        || service.name().startsWith(endpoints.name());
  }
}
