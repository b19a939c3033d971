package dev.hopcheck.rules.dns;

import dev.hopcheck.cluster.ClientReference;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rule.UnitFacts;

/** Finds bare names of Services that are in other namespaces. */
final class DnsCrossNamespaceShortName implements ClusterRule {
  private static final String RATIONALE =
      """
      A bare name is looked up in the client's own namespace only. A Service of another namespace is found by
      its name with the namespace behind: NAME.NAMESPACE.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: db
        namespace: data
      spec:
        selector:
          app: db
        ports:
          - port: 5432
            targetPort: 5432
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: db
        namespace: data
      spec:
        selector:
          matchLabels:
            app: db
        template:
          metadata:
            labels:
              app: db
          spec:
            containers:
              - name: db
                image: registry.example.com/db:1.0
                ports:
                  - containerPort: 5432
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
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
                  - name: DB_HOST
                    value: db # expect
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          app: web
        ports:
          - port: 80
            targetPort: 8080
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: db
        namespace: data
      spec:
        selector:
          app: db
        ports:
          - port: 5432
            targetPort: 5432
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: db
        namespace: data
      spec:
        selector:
          matchLabels:
            app: db
        template:
          metadata:
            labels:
              app: db
          spec:
            containers:
              - name: db
                image: registry.example.com/db:1.0
                ports:
                  - containerPort: 5432
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
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
                  - name: DB_HOST
                    value: db.data
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          app: web
        ports:
          - port: 80
            targetPort: 8080
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("dns-cross-namespace-short-name")
        .severity(Severity.ERROR, Severity.WARNING)
        .family("dns")
        .summary("a client uses the bare name of a Service in another namespace")
        .rationale(RATIONALE)
        .symptom("the lookup fails: no such host (NXDOMAIN)")
        .mend("Add the namespace behind the name: NAME.NAMESPACE.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: DNS for Services and Pods, namespaces of Services")
        .build();
  }

  @Override
  public void check(Cluster cluster, Inspection in) {
    NameFaults.each(
        NameFault.Kind.OTHER_NAMESPACE, in, (traced, fault) -> report(traced, fault, in));
  }

  private static void report(UnitFacts.TracedReference traced, NameFault fault, Inspection in) {
    ClientReference reference = traced.reference();
    NetworkService meant = fault.meant();
    if (meant == null || meant.namespace().isEmpty()) {
      return;
    }
    boolean open = in.cluster().completeness(reference.client().namespace()).open();
    boolean strong = reference.strength() == ClientReference.Strength.STRONG;
    Draft draft =
        ReferenceFinding.at(traced, in)
            .say(
                "host `"
                    + reference.host()
                    + "` is a Service of namespace `"
                    + meant.namespace()
                    + "`, not of `"
                    + reference.client().namespace()
                    + "`")
            .label("looked up in namespace `" + reference.client().namespace() + "` only")
            .severity(
                strong && !open && isCertain(reference, meant) ? Severity.ERROR : Severity.WARNING);
    ReferenceFinding.meant(draft, reference, meant, fault.better());
    ReferenceFinding.lookupFails(draft, reference);
    ReferenceFinding.asked(draft, traced).report();
  }

  /** A resource without a namespace goes where it is applied. */
  private static boolean isCertain(ClientReference reference, NetworkService meant) {
    return reference.client().owner().head().writtenNamespace() != null
        && meant.service().head().writtenNamespace() != null;
  }
}
