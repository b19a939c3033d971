package dev.hopcheck.rules.dns;

import dev.hopcheck.cluster.ClientReference;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rule.UnitFacts;

/** Finds cluster names whose parts are missing or swapped. */
final class DnsWrongSuffix implements ClusterRule {
  private static final String RATIONALE =
      """
      The full name of a Service is NAME.NAMESPACE.svc and the cluster domain behind it. A name that leaves out
      `svc`, swaps name and namespace, or has another domain exists nowhere.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: api
        namespace: shop
      spec:
        selector:
          app: api
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: api
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: api
        template:
          metadata:
            labels:
              app: api
          spec:
            containers:
              - name: api
                image: registry.example.com/api:1.0
                ports:
                  - containerPort: 8080
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
                  - name: API_URL
                    value: http://api.shop.cluster.local # expect
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: api
        namespace: shop
      spec:
        selector:
          app: api
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: api
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: api
        template:
          metadata:
            labels:
              app: api
          spec:
            containers:
              - name: api
                image: registry.example.com/api:1.0
                ports:
                  - containerPort: 8080
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
                  - name: API_URL
                    value: http://api.shop.svc.cluster.local
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("dns-wrong-suffix")
        .severity(Severity.ERROR, Severity.WARNING)
        .family("dns")
        .summary("a cluster name has wrong or missing parts")
        .rationale(RATIONALE)
        .symptom("the lookup fails: no such host (NXDOMAIN)")
        .mend("Write NAME.NAMESPACE, or NAME.NAMESPACE.svc with the cluster domain behind it.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: DNS for Services and Pods, A/AAAA records")
        .build();
  }

  @Override
  public void check(Cluster cluster, Inspection in) {
    NameFaults.each(NameFault.Kind.WRONG_SUFFIX, in, (traced, fault) -> report(traced, fault, in));
  }

  private static void report(UnitFacts.TracedReference traced, NameFault fault, Inspection in) {
    ClientReference reference = traced.reference();
    boolean strong = reference.strength() == ClientReference.Strength.STRONG;
    Draft draft =
        ReferenceFinding.at(traced, in)
            .say("host `" + reference.host() + "` is no name of the cluster")
            .label("the Service's name is `" + fault.better() + "`")
            .severity(strong ? Severity.ERROR : Severity.WARNING);
    ReferenceFinding.meant(draft, reference, fault.meant(), fault.better());
    ReferenceFinding.lookupFails(draft, reference);
    ReferenceFinding.asked(draft, traced).report();
  }
}
