package dev.hopcheck.rules.endpoints;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Endpoints;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;

/** Finds hand-written Endpoints that the endpoint controller overwrites. */
final class EndpointsOverwrittenBySelector implements ResourceRule<Endpoints> {
  private static final String RATIONALE =
      """
      If a Service has a selector, the endpoint controller writes the Endpoints of its name. What
      people write there is lost with the next change.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: legacy
      spec:
        selector:
          app: legacy
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: legacy
      spec:
        selector:
          matchLabels:
            app: legacy
        template:
          metadata:
            labels:
              app: legacy
          spec:
            containers:
              - name: main
                image: registry.example.com/legacy:1.4
                ports:
                  - containerPort: 8080
      ---
      apiVersion: v1
      kind: Endpoints
      metadata:
        name: legacy # expect
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
    return RuleDoc.id("endpoints-overwritten-by-selector")
        .severity(Severity.WARNING)
        .family("endpoints")
        .summary("hand-written Endpoints stand beside a Service with a selector")
        .rationale(RATIONALE)
        .symptom("the written addresses are never used")
        .mend(
            "Remove the selector, or put the addresses into an EndpointSlice, which is added to the others.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Services without selectors")
        .build();
  }

  @Override
  public Class<Endpoints> subject() {
    return Endpoints.class;
  }

  @Override
  public void check(Endpoints endpoints, Inspection in) {
    if (in.isBroken(endpoints) || !Handwritten.is(endpoints) || endpoints.subsets().isEmpty()) {
      return;
    }
    Service service = in.cluster().service(endpoints.namespace(), endpoints.name());
    if (service == null
        || !service.selectsPods()
        || in.isBroken(service)
        || !service.head().uid().isEmpty()
        || in.cluster().mayBeOther(endpoints, service)) {
      return;
    }
    in.at(endpoints.head().name())
        .say(
            "Endpoints `"
                + endpoints.name()
                + "` are overwritten, since Service `"
                + service.name()
                + "` has a selector")
        .label("the endpoint controller writes these")
        .related(service.selector().at(), "the selector of the Service")
        .note("the addresses given here are lost with the next change of the pods")
        .advice("remove the selector, or write an EndpointSlice, which is added to the others")
        .report();
  }
}
