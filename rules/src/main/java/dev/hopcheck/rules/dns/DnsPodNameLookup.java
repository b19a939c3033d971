package dev.hopcheck.rules.dns;

import dev.hopcheck.cluster.ClientReference;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rule.UnitFacts;

/** Finds names of pods that are not in the DNS. */
final class DnsPodNameLookup implements ClusterRule {
  private static final String RATIONALE =
      """
      Pods have names in the cluster's DNS only through a Service: those of a StatefulSet behind its governing
      Service, and those with `hostname` and `subdomain`. The name of any other pod resolves to nothing.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: cache
      spec:
        selector:
          app: cache
        ports:
          - port: 6379
            targetPort: 6379
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: cache-main
        labels:
          app: cache
      spec:
        containers:
          - name: redis
            image: redis:7
            ports:
              - containerPort: 6379
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
                  - name: REDIS_URL
                    value: redis://cache-main:6379 # expect
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: cache
      spec:
        selector:
          app: cache
        ports:
          - port: 6379
            targetPort: 6379
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: cache-main
        labels:
          app: cache
      spec:
        containers:
          - name: redis
            image: redis:7
            ports:
              - containerPort: 6379
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
                  - name: REDIS_URL
                    value: redis://cache:6379
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("dns-pod-name-lookup")
        .severity(Severity.ERROR, Severity.WARNING)
        .family("dns")
        .summary("a client uses a pod's name, which is not in the DNS")
        .rationale(RATIONALE)
        .symptom("the lookup fails: no such host (NXDOMAIN)")
        .mend("Connect to a Service that selects the pod.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: DNS for Services and Pods, Pod's hostname and subdomain fields")
        .build();
  }

  @Override
  public void check(Cluster cluster, Inspection in) {
    NameFaults.each(NameFault.Kind.POD_NAME, in, (traced, fault) -> report(traced, fault, in));
  }

  private static void report(UnitFacts.TracedReference traced, NameFault fault, Inspection in) {
    ClientReference reference = traced.reference();
    PodSet pods = fault.workload();
    if (pods == null) {
      return;
    }
    boolean strong = reference.strength() == ClientReference.Strength.STRONG;
    Draft draft =
        ReferenceFinding.at(traced, in)
            .say("host `" + reference.host() + "` is the name of a pod, which is not in the DNS")
            .label("no Service gives the pod this name")
            .severity(strong ? Severity.ERROR : Severity.WARNING)
            .related(pods.owner().head().name(), pods.title() + " makes the pod");
    String better = fault.meant() == null ? "" : fault.meant().name();
    ReferenceFinding.meant(draft, reference, fault.meant(), better);
    ReferenceFinding.lookupFails(draft, reference);
    ReferenceFinding.asked(draft, traced).report();
  }
}
