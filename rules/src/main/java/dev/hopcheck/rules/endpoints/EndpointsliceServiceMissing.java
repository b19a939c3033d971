package dev.hopcheck.rules.endpoints;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.EndpointSlice;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rules.Wording;
import org.jspecify.annotations.Nullable;

/** Finds slices whose Service is not there. */
final class EndpointsliceServiceMissing implements ResourceRule<EndpointSlice> {
  private static final String RATIONALE =
      """
      A slice feeds the Service that its label names. If there is no Service of that name in the
      namespace, the slice has no effect.
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
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata:
        name: legacy-1
        labels:
          kubernetes.io/service-name: legcy # expect
      addressType: IPv4
      ports:
        - port: 8080
      endpoints:
        - addresses:
            - 192.0.2.10
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
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata:
        name: legacy-1
        labels:
          kubernetes.io/service-name: legacy
      addressType: IPv4
      ports:
        - port: 8080
      endpoints:
        - addresses:
            - 192.0.2.10
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("endpointslice-service-missing")
        .severity(Severity.WARNING, Severity.INFO)
        .family("endpoints")
        .summary("an EndpointSlice names a Service that is not there")
        .rationale(RATIONALE)
        .symptom("the endpoints are used by nobody")
        .mend("Correct the label, or create the Service.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: EndpointSlices, ownership and labels")
        .build();
  }

  @Override
  public Class<EndpointSlice> subject() {
    return EndpointSlice.class;
  }

  @Override
  public void check(EndpointSlice slice, Inspection in) {
    Located<String> name = slice.service();
    if (name == null || name.unknown() || in.isBroken(slice) || !slice.managedBy().isEmpty()) {
      return;
    }
    Cluster cluster = in.cluster();
    if (cluster.service(slice.namespace(), name.value()) != null
        || cluster.isImplied(slice.namespace(), name.value())) {
      return;
    }
    Service meant = meant(slice, name.value(), in);
    Draft draft =
        in.at(name)
            .severity(meant == null ? Severity.INFO : Severity.WARNING)
            .say(
                "EndpointSlice `"
                    + slice.name()
                    + "` is for Service `"
                    + name.value()
                    + "`, which is not in namespace `"
                    + slice.namespace()
                    + "`")
            .label("no Service has this name");
    if (meant != null) {
      draft
          .related(meant.head().name(), "closest: Service `" + meant.name() + "`")
          .note(Wording.withoutEndpoints(meant))
          .fix(
              "change `" + name.value() + "` to `" + meant.name() + "`",
              Applicability.UNSAFE,
              Wording.scalar(meant.name()));
    } else {
      draft.note("without that Service the slice has no effect");
    }
    draft.report();
  }

  /** A Service without other endpoints of nearly that name, else the only one that lacks them. */
  private static @Nullable Service meant(EndpointSlice slice, String name, Inspection in) {
    Handwritten.Lacking lacking = Handwritten.lacking(slice.namespace(), in);
    String near = lacking.names().nearest(name);
    return near.isEmpty() ? lacking.only() : in.cluster().service(slice.namespace(), near);
  }
}
