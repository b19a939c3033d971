package dev.hopcheck.rules.statefulset;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Match;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import org.jspecify.annotations.Nullable;

/** Finds StatefulSets whose governing Service has a cluster IP. */
final class StatefulsetServiceNotHeadless implements ResourceRule<Workload> {
  private static final String RATIONALE =
      """
      A StatefulSet is meant to be governed by a headless Service: only then does the name of the
      Service lead to each pod. With a cluster IP the names of single pods exist in CoreDNS, but not
      in every DNS server.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: db
      spec:
        selector:
          app: db
        ports:
          - port: 80
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: db-peers
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
        serviceName: db # expect
        replicas: 3
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
        selector:
          app: db
        ports:
          - port: 80
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: db-peers
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
        serviceName: db-peers
        replicas: 3
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
    return RuleDoc.id("statefulset-service-not-headless")
        .severity(Severity.WARNING, Severity.INFO)
        .family("statefulset")
        .summary("the Service that a StatefulSet names is not headless")
        .rationale(RATIONALE)
        .symptom(
            "the name of the Service leads to any pod; names of single pods depend on the DNS server")
        .mend("Name a headless Service (`clusterIP: None`).")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: StatefulSets, limitations")
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
    Service service = in.cluster().service(workload.namespace(), name.value());
    if (service == null
        || service.headless()
        || service.isExternalName()
        || service.type().unknown()
        || in.isBroken(service)
        || in.cluster().mayBeOther(workload, service)
        || selectsOthers(service, workload, in)) {
      return;
    }
    Service headless = headless(workload, in);
    Draft draft =
        in.at(name)
            .severity(headless == null ? Severity.INFO : Severity.WARNING)
            .say(
                "Service `"
                    + name.value()
                    + "` of `StatefulSet "
                    + workload.name()
                    + "` is not headless")
            .label("names a Service with a cluster IP")
            .related(service.head().name(), "has no `clusterIP: None`")
            .note("names of single pods resolve in CoreDNS, but not in every DNS server");
    if (headless != null) {
      draft
          .related(headless.head().name(), "headless, and selects the pods too")
          .advice(
              "set `serviceName: " + headless.name() + "` when the StatefulSet is created anew");
    }
    draft.report();
  }

  /** Whether the Service does not select the pods at all, which is the graver fault. */
  private static boolean selectsOthers(Service service, Workload workload, Inspection in) {
    PodSet pods = in.cluster().podSet(workload);
    return pods != null && service.selectsPods() && pods.matches(service.selector()) == Match.NO;
  }

  /** A headless Service that selects the same pods, and is probably meant; null for none. */
  private static @Nullable Service headless(Workload workload, Inspection in) {
    PodSet pods = in.cluster().podSet(workload);
    if (pods != null) {
      for (Service service : in.cluster().servicesFor(pods)) {
        if (service.headless()) {
          return service;
        }
      }
    }
    return null;
  }
}
