package dev.hopcheck.rules.dns;

import dev.hopcheck.cluster.ClientReference;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.PodSpec;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rule.UnitFacts;

/** Finds pods that use cluster names with a resolver that does not know them. */
final class DnsPolicyDefaultClusterName implements ClusterRule {
  private static final String RATIONALE =
      """
      `dnsPolicy: Default` means the node's resolver, and `None` means the nameservers of `dnsConfig` alone. Neither
      knows the names of Services; the policy that does is called `ClusterFirst`.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: api
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
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            dnsPolicy: Default
            containers:
              - name: web
                image: registry.example.com/web:1.0
                ports:
                  - containerPort: 8080
                env:
                  - name: API_URL
                    value: http://api:80 # expect
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: api
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
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            dnsPolicy: ClusterFirst
            containers:
              - name: web
                image: registry.example.com/web:1.0
                ports:
                  - containerPort: 8080
                env:
                  - name: API_URL
                    value: http://api:80
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("dns-policy-default-cluster-name")
        .severity(Severity.WARNING)
        .family("dns")
        .summary("a pod with the node's resolver uses cluster names")
        .rationale(RATIONALE)
        .symptom("the lookup fails: no such host (NXDOMAIN)")
        .mend("Set `dnsPolicy: ClusterFirst`, which is the default, or leave it out.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Pod's DNS policy")
        .build();
  }

  @Override
  public void check(Cluster cluster, Inspection in) {
    if (in.references().isEmpty()) {
      return;
    }
    NameFaults.eachPod(NameFault.Kind.DNS_POLICY, in, (traced, fault) -> draft(traced, fault, in));
  }

  private static Draft draft(UnitFacts.TracedReference traced, NameFault fault, Inspection in) {
    ClientReference reference = traced.reference();
    PodSpec spec = reference.client().spec();
    Draft draft =
        ReferenceFinding.at(traced, in)
            .say(
                "host `"
                    + reference.host()
                    + "` is a cluster name, but the pod does not ask the cluster's DNS")
            .label("its resolver does not know it")
            .related(spec.dnsPolicy(), "`dnsPolicy: " + spec.dnsPolicy().value() + "`");
    ReferenceFinding.meant(draft, reference, fault.meant(), "");
    ReferenceFinding.lookupFails(draft, reference);
    return draft.advice("set `dnsPolicy: ClusterFirst` in the pod's spec, or leave it out");
  }
}
