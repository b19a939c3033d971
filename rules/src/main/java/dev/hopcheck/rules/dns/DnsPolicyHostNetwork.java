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

/** Finds pods on the node's network that use cluster names. */
final class DnsPolicyHostNetwork implements ClusterRule {
  private static final String RATIONALE =
      """
      A pod with `hostNetwork: true` asks its node's resolver unless its `dnsPolicy` is
      `ClusterFirstWithHostNet`. The node's resolver does not know the names of Services.
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
        name: agent
      spec:
        selector:
          matchLabels:
            app: agent
        template:
          metadata:
            labels:
              app: agent
          spec:
            hostNetwork: true
            containers:
              - name: agent
                image: registry.example.com/agent:1.0
                ports:
                  - containerPort: 9100
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
        name: agent
      spec:
        selector:
          matchLabels:
            app: agent
        template:
          metadata:
            labels:
              app: agent
          spec:
            hostNetwork: true
            dnsPolicy: ClusterFirstWithHostNet
            containers:
              - name: agent
                image: registry.example.com/agent:1.0
                ports:
                  - containerPort: 9100
                env:
                  - name: API_URL
                    value: http://api:80
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("dns-policy-host-network")
        .severity(Severity.WARNING)
        .family("dns")
        .summary("a pod on its node's network uses cluster names")
        .rationale(RATIONALE)
        .symptom("the lookup fails: no such host (NXDOMAIN)")
        .mend("Set `dnsPolicy: ClusterFirstWithHostNet`.")
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
    NameFaults.eachPod(
        NameFault.Kind.HOST_NETWORK, in, (traced, fault) -> draft(traced, fault, in));
  }

  private static Draft draft(UnitFacts.TracedReference traced, NameFault fault, Inspection in) {
    ClientReference reference = traced.reference();
    PodSpec spec = reference.client().spec();
    Draft draft =
        ReferenceFinding.at(traced, in)
            .say(
                "host `"
                    + reference.host()
                    + "` is a cluster name, but the pod asks its node's resolver")
            .label("the node does not know it")
            .related(
                spec.hostNetwork(), "`hostNetwork` without `dnsPolicy: ClusterFirstWithHostNet`");
    ReferenceFinding.meant(draft, reference, fault.meant(), "");
    ReferenceFinding.lookupFails(draft, reference);
    return draft.advice("set `dnsPolicy: ClusterFirstWithHostNet` in the pod's spec");
  }
}
