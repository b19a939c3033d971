package dev.hopcheck.rules.dns;

import dev.hopcheck.cluster.ClientReference;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rule.UnitFacts;

/** Finds names of pods beyond the replicas of a StatefulSet. */
final class StatefulsetOrdinalOutOfRange implements ClusterRule {
  private static final String RATIONALE =
      """
      A StatefulSet with N replicas has the pods 0 to N-1, counted from `ordinals.start`. A name with a higher
      number does not exist.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: kafka
      spec:
        clusterIP: None
        selector:
          app: kafka
        ports:
          - port: 9092
            targetPort: 9092
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata:
        name: kafka
      spec:
        serviceName: kafka
        replicas: 2
        selector:
          matchLabels:
            app: kafka
        template:
          metadata:
            labels:
              app: kafka
          spec:
            containers:
              - name: kafka
                image: registry.example.com/kafka:1.0
                ports:
                  - containerPort: 9092
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
                  - name: BROKER_URL
                    value: kafka://kafka-2.kafka:9092 # expect
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: kafka
      spec:
        clusterIP: None
        selector:
          app: kafka
        ports:
          - port: 9092
            targetPort: 9092
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata:
        name: kafka
      spec:
        serviceName: kafka
        replicas: 2
        selector:
          matchLabels:
            app: kafka
        template:
          metadata:
            labels:
              app: kafka
          spec:
            containers:
              - name: kafka
                image: registry.example.com/kafka:1.0
                ports:
                  - containerPort: 9092
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
                  - name: BROKER_URL
                    value: kafka://kafka-1.kafka:9092
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("statefulset-ordinal-out-of-range")
        .severity(Severity.ERROR, Severity.INFO)
        .family("statefulset")
        .summary("a client names a pod beyond the replicas of a StatefulSet")
        .rationale(RATIONALE)
        .symptom("the lookup fails: no such host (NXDOMAIN)")
        .mend("Raise `replicas`, or take the name out of the list.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: StatefulSet, ordinal index")
        .build();
  }

  @Override
  public void check(Cluster cluster, Inspection in) {
    NameFaults.each(NameFault.Kind.ORDINAL, in, (traced, fault) -> report(traced, fault, in));
  }

  private static void report(UnitFacts.TracedReference traced, NameFault fault, Inspection in) {
    ClientReference reference = traced.reference();
    PodSet pods = fault.workload();
    Workload workload = pods == null ? null : pods.workload();
    if (pods == null || workload == null || isWithin(reference, pods)) {
      return;
    }
    int first = pods.firstIndex();
    int last = first + pods.replicas().value() - 1;
    boolean scaled = !in.cluster().autoscalers(workload).isEmpty();
    Draft draft =
        ReferenceFinding.at(traced, in)
            .say("host `" + reference.host() + "` names a pod that does not exist")
            .label(
                last < first
                    ? "the StatefulSet has no pods"
                    : "the pods are `" + pods.name() + "-" + first + "` to `-" + last + "`")
            .severity(scaled ? Severity.INFO : Severity.ERROR)
            .related(pods.replicas(), "replicas: " + pods.replicas().value());
    ReferenceFinding.lookupFails(draft, reference);
    ReferenceFinding.asked(draft, traced).report();
  }

  /** Then something else keeps the pod's name out of the DNS. */
  private static boolean isWithin(ClientReference reference, PodSet pods) {
    String host = reference.host();
    int dot = host.indexOf('.');
    String digits = host.substring(pods.name().length() + 1, dot < 0 ? host.length() : dot);
    if (!pods.replicas().known() || digits.length() > 8) {
      return true;
    }
    int ordinal = Integer.parseInt(digits);
    int first = pods.firstIndex();
    return ordinal >= first && ordinal < first + pods.replicas().value();
  }
}
