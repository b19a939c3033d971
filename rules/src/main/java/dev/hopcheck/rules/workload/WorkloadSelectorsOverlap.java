package dev.hopcheck.rules.workload;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds controllers that claim each other's pods. */
final class WorkloadSelectorsOverlap implements ClusterRule {
  private static final String RATIONALE =
      """
      A controller counts the pods that its selector matches as its own. If two controllers of one kind match each other's pods, scaling, autoscaling and disruption budgets count wrongly, and ReplicaSets take pods from each other.
      """;

  private static final String BAD =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
      spec:
        selector:
          matchLabels:
            app: shop
        template:
          metadata:
            labels:
              app: shop
          spec:
            containers:
              - name: main
                image: registry.example.com/shop:1.4
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop-admin
      spec:
        selector: # expect
          matchLabels:
            app: shop
        template:
          metadata:
            labels:
              app: shop
          spec:
            containers:
              - name: main
                image: registry.example.com/shop-admin:1.4
      """;

  private static final String GOOD =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
      spec:
        selector:
          matchLabels:
            app: shop
        template:
          metadata:
            labels:
              app: shop
          spec:
            containers:
              - name: main
                image: registry.example.com/shop:1.4
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop-admin
      spec:
        selector:
          matchLabels:
            app: shop-admin
        template:
          metadata:
            labels:
              app: shop-admin
          spec:
            containers:
              - name: main
                image: registry.example.com/shop-admin:1.4
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("workload-selectors-overlap")
        .severity(Severity.WARNING, Severity.INFO)
        .family("workload")
        .summary("two workloads claim each other's pods")
        .rationale(RATIONALE)
        .symptom("pods are counted twice; autoscalers and disruption budgets act on the wrong pods")
        .mend("Give each workload a label of its own, in its selector and its template.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Deployments, selector")
        .build();
  }

  @Override
  public void check(Cluster cluster, Inspection in) {
    List<PodSet> sets = new ArrayList<>();
    for (PodSet set : cluster.podSets()) {
      Workload workload = set.workload();
      if (workload != null && isController(workload) && !in.isBroken(workload)) {
        sets.add(set);
      }
    }
    Claims claims = null;
    for (PodSet set : sets) {
      if (!claimsMore(set, cluster)) {
        continue;
      }
      claims = claims == null ? Claims.of(sets) : claims;
      Workload other = claims.rival(set);
      if (other != null) {
        report(Objects.requireNonNull(set.workload()), other, in);
      }
    }
  }

  /** Whether a workload's selector selects pods of another; hardly any does. */
  private static boolean claimsMore(PodSet set, Cluster cluster) {
    return cluster.selectsBeside(Objects.requireNonNull(set.workload()).selector(), set);
  }

  private static boolean isController(Workload workload) {
    return switch (workload.type()) {
      case DEPLOYMENT, STATEFUL_SET, DAEMON_SET, REPLICA_SET, REPLICATION_CONTROLLER ->
          workload.selector().written();
      case JOB, CRON_JOB, CUSTOM -> false;
    };
  }

  private static void report(Workload workload, Workload other, Inspection in) {
    String kind = workload.head().kind();
    in.at(workload.selector().at())
        .field(workload.selector().field())
        .severity(severity(workload, other, in))
        .say(
            "`"
                + kind
                + " "
                + workload.name()
                + "` and `"
                + kind
                + " "
                + other.name()
                + "` claim each other's pods")
        .label("matches the pods of `" + other.name() + "` too")
        .related(other.selector().at(), "matches the pods of `" + workload.name() + "` too")
        .note("scaling, autoscalers and disruption budgets count the pods of both")
        .advice("give each of them a label of its own, in its selector and its template")
        .report();
  }

  /**
   * Owner references keep the pods apart all the same; what counts by selector is wrong. Files of
   * one folder may be alternatives, what stands in one file is applied together.
   */
  private static Severity severity(Workload workload, Workload other, Inspection in) {
    boolean together = workload.head().document().file() == other.head().document().file();
    boolean counted =
        !in.cluster().autoscalers(workload).isEmpty() || !in.cluster().autoscalers(other).isEmpty();
    return together || counted ? Severity.WARNING : Severity.INFO;
  }
}
