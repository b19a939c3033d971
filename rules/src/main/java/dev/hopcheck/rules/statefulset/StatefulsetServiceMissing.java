package dev.hopcheck.rules.statefulset;

import dev.hopcheck.cluster.ClientReference;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rules.Wording;
import org.jspecify.annotations.Nullable;

/** Finds StatefulSets whose governing Service is not there. */
final class StatefulsetServiceMissing implements ResourceRule<Workload> {
  private static final String RATIONALE =
      """
      The pods of a StatefulSet get names in the DNS under the Service that `serviceName` names. The
      server does not create that Service, and without it no such name exists.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: db
      spec:
        clusterIP: None
        selector:
          app: db
        ports:
          - port: 80
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata:
        name: db
      spec:
        serviceName: db-headless # expect
        selector:
          matchLabels:
            app: db
        template:
          metadata:
            labels:
              app: db
          spec:
            containers:
              - name: main
                image: registry.example.com/db:1.4
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: db
      spec:
        clusterIP: None
        selector:
          app: db
        ports:
          - port: 80
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata:
        name: db
      spec:
        serviceName: db
        selector:
          matchLabels:
            app: db
        template:
          metadata:
            labels:
              app: db
          spec:
            containers:
              - name: main
                image: registry.example.com/db:1.4
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("statefulset-service-missing")
        .severity(Severity.WARNING, Severity.ERROR, Severity.INFO)
        .family("statefulset")
        .summary("the Service that a StatefulSet names is not there")
        .rationale(RATIONALE)
        .symptom("NXDOMAIN for the names of its pods")
        .mend(
            "Create a headless Service of that name that selects the pods, or name the one there is.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: StatefulSets, stable network identity")
        .build();
  }

  @Override
  public Class<Workload> subject() {
    return Workload.class;
  }

  @Override
  public void check(Workload workload, Inspection in) {
    Located<String> name = workload.stateful() == null ? null : workload.stateful().serviceName();
    if (name == null || name.unknown() || in.isBroken(workload)) {
      return;
    }
    Cluster cluster = in.cluster();
    if (cluster.service(workload.namespace(), name.value()) != null) {
      return;
    }
    Service meant = meant(workload, cluster);
    Draft draft =
        in.at(name)
            .severity(severity(workload, name.value(), meant, cluster))
            .say(
                "Service `"
                    + name.value()
                    + "` of `StatefulSet "
                    + workload.name()
                    + "` is not in namespace `"
                    + workload.namespace()
                    + "`")
            .label("no Service has this name");
    ClientReference client = PodNameClient.of(workload, name.value(), in);
    if (client != null) {
      draft
          .severity(Severity.ERROR)
          .related(client.hostAt(), client.client().title() + " looks for a pod by this name");
    }
    if (meant != null) {
      draft
          .related(meant.head().name(), "Service `" + meant.name() + "` selects the pods")
          .fix(
              "name Service `" + meant.name() + "`",
              Applicability.UNSAFE,
              Wording.scalar(meant.name()));
    } else {
      draft.advice("create a headless Service `" + name.value() + "` that selects the pods");
    }
    draft
        .note(
            "names such as `"
                + workload.name()
                + "-0."
                + name.value()
                + "."
                + workload.namespace()
                + ".svc` do not resolve (NXDOMAIN)")
        .report();
  }

  /** A Service that selects the pods, rather a headless one. */
  private static @Nullable Service meant(Workload workload, Cluster cluster) {
    PodSet pods = cluster.podSet(workload);
    Service meant = null;
    if (pods != null) {
      for (Service service : cluster.servicesFor(pods)) {
        if (meant == null || (service.headless() && !meant.headless())) {
          meant = service;
        }
      }
    }
    return meant;
  }

  /** Services may come from elsewhere, unless the unit has some, or one of nearly that name. */
  private static Severity severity(
      Workload workload, String name, @Nullable Service meant, Cluster cluster) {
    boolean alike = meant != null && (meant.name().contains(name) || name.contains(meant.name()));
    boolean closed =
        !cluster.completeness(workload.namespace()).open()
            && !cluster.services(workload.namespace()).isEmpty();
    return alike || closed ? Severity.WARNING : Severity.INFO;
  }
}
