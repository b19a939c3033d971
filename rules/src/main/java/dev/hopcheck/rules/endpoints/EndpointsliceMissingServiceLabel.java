package dev.hopcheck.rules.endpoints;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.EndpointSlice;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rules.Wording;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds slices that belong to no Service because the label is missing. */
final class EndpointsliceMissingServiceLabel implements ResourceRule<EndpointSlice> {
  private static final String RATIONALE =
      """
      A slice belongs to the Service that its label `kubernetes.io/service-name` names; its own name
      is free. Without the label nobody uses it.
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
        name: legacy-1 # expect
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
    return RuleDoc.id("endpointslice-missing-service-label")
        .severity(Severity.ERROR, Severity.WARNING, Severity.INFO)
        .family("endpoints")
        .summary("an EndpointSlice does not say whose it is")
        .rationale(RATIONALE)
        .symptom("connection refused")
        .mend("Add the label `kubernetes.io/service-name` with the name of the Service.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: EndpointSlices; Services without selectors")
        .build();
  }

  @Override
  public Class<EndpointSlice> subject() {
    return EndpointSlice.class;
  }

  @Override
  public void check(EndpointSlice slice, Inspection in) {
    if (slice.service() != null
        || !slice.managedBy().isEmpty()
        || slice.head().controller() != null
        || in.isBroken(slice)) {
      return;
    }
    Service meant = meant(slice, in);
    Draft draft =
        in.at(slice.head().name())
            .severity(severity(meant))
            .say("EndpointSlice `" + slice.name() + "` belongs to no Service")
            .label("lacks the label `" + EndpointSlice.SERVICE_LABEL + "`");
    if (meant != null) {
      draft
          .related(meant.head().name(), "probably meant for this Service")
          .note(
              meant.selectsPods()
                  ? "the Service has its pods as endpoints, but not these addresses"
                  : Wording.withoutEndpoints(meant))
          .advice("add the label `" + EndpointSlice.SERVICE_LABEL + ": " + meant.name() + "`");
    } else {
      draft.note("a slice without the label is used by nobody");
    }
    draft.report();
  }

  /** A Service with a selector has other endpoints too. */
  private static Severity severity(@Nullable Service meant) {
    if (meant == null) {
      return Severity.INFO;
    }
    return meant.selectsPods() ? Severity.WARNING : Severity.ERROR;
  }

  /** The Service after which the slice is named, else the only one that lacks endpoints. */
  private static @Nullable Service meant(EndpointSlice slice, Inspection in) {
    String name = slice.name();
    Places places = in.once(Places.class, Places::of);
    Service first = null;
    for (int end = name.length(); end > 0; end = name.lastIndexOf('-', end - 1)) {
      Service service = in.cluster().service(slice.namespace(), name.substring(0, end));
      if (service != null
          && !service.isExternalName()
          && (first == null || places.of(service) < places.of(first))) {
        first = service;
      }
    }
    return first != null ? first : Handwritten.lacking(slice.namespace(), in).only();
  }

  /** Which Service stands before which in the input. */
  private record Places(Map<Service, Integer> numbers) {
    static Places of(Cluster cluster) {
      Map<Service, Integer> numbers = new IdentityHashMap<>();
      for (Service service : cluster.all(Service.class)) {
        numbers.put(service, numbers.size());
      }
      return new Places(numbers);
    }

    int of(Service service) {
      return numbers.getOrDefault(service, Integer.MAX_VALUE);
    }
  }
}
