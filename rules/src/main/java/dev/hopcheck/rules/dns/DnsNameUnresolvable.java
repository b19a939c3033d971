package dev.hopcheck.rules.dns;

import dev.hopcheck.cluster.ClientReference;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.Completeness;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rule.UnitFacts;

/** Finds hosts of clients that no Service has. */
final class DnsNameUnresolvable implements ClusterRule {
  private static final String RATIONALE =
      """
      A client finds a Service by its name. A name that no Service has resolves to nothing, whatever pods run:
      Deployments and pods have no names of their own in the cluster's DNS.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: orders
      spec:
        selector:
          app: orders
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: orders
      spec:
        selector:
          matchLabels:
            app: orders
        template:
          metadata:
            labels:
              app: orders
          spec:
            containers:
              - name: orders
                image: registry.example.com/orders:1.0
                ports:
                  - containerPort: 8080
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            containers:
              - name: web
                image: registry.example.com/web:1.0
                ports:
                  - containerPort: 8080
                env:
                  - name: ORDERS_URL
                    value: http://ordrs:80 # expect
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: orders
      spec:
        selector:
          app: orders
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: orders
      spec:
        selector:
          matchLabels:
            app: orders
        template:
          metadata:
            labels:
              app: orders
          spec:
            containers:
              - name: orders
                image: registry.example.com/orders:1.0
                ports:
                  - containerPort: 8080
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            containers:
              - name: web
                image: registry.example.com/web:1.0
                ports:
                  - containerPort: 8080
                env:
                  - name: ORDERS_URL
                    value: http://orders:80
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("dns-name-unresolvable")
        .severity(Severity.ERROR, Severity.WARNING, Severity.INFO)
        .family("dns")
        .summary("a client names a host that does not resolve")
        .rationale(RATIONALE)
        .symptom("the lookup fails: no such host (NXDOMAIN)")
        .mend(
            "Write the name of the Service, with its namespace where that is another one: NAME.NAMESPACE.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: DNS for Services and Pods")
        .build();
  }

  @Override
  public void check(Cluster cluster, Inspection in) {
    NameFaults.each(NameFault.Kind.UNRESOLVABLE, in, (traced, fault) -> report(traced, fault, in));
  }

  private static void report(UnitFacts.TracedReference traced, NameFault fault, Inspection in) {
    ClientReference reference = traced.reference();
    Draft draft =
        ReferenceFinding.at(traced, in)
            .say("host `" + reference.host() + "` does not resolve")
            .label("no Service has this name")
            .severity(severity(reference, fault, in));
    if (fault.workload() != null) {
      boolean own = reference.host().equals(fault.workload().name());
      boolean first = reference.host().startsWith(fault.workload().name() + ".");
      draft.related(
          fault.workload().owner().head().name(),
          own || first
              ? fault.workload().title() + " has the name, but only Services are in the DNS"
              : fault.workload().title() + " makes this pod; its Service is missing in the name");
    }
    ReferenceFinding.meant(draft, reference, fault.meant(), fault.better());
    ReferenceFinding.lookupFails(draft, reference);
    ReferenceFinding.asked(draft, traced).report();
  }

  /** Certain only where something near is there, or the input is all there is. */
  private static Severity severity(ClientReference reference, NameFault fault, Inspection in) {
    Completeness completeness = in.cluster().completeness(reference.client().namespace());
    boolean strong = reference.strength() == ClientReference.Strength.STRONG;
    boolean near = fault.meant() != null || fault.workload() != null;
    if (completeness.declared()) {
      return strong ? Severity.ERROR : Severity.WARNING;
    }
    if (!near) {
      return Severity.INFO;
    }
    return strong && !completeness.open() ? Severity.ERROR : Severity.WARNING;
  }
}
