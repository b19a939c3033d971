package dev.hopcheck.rules.statefulset;

import dev.hopcheck.cluster.ClientReference;
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

/** Finds StatefulSets whose governing Service selects other pods. */
final class StatefulsetServiceNotSelecting implements ResourceRule<Workload> {
  private static final String RATIONALE =
      """
      The pods of a StatefulSet have names in the DNS only as endpoints of their governing Service.
      If that selects other pods, the names do not exist.
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
          app: api
        ports:
          - port: 80
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata:
        name: db
      spec:
        serviceName: db # expect
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
              - name: main
                image: registry.example.com/api:1.4
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
              - name: main
                image: registry.example.com/api:1.4
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("statefulset-service-not-selecting")
        .severity(Severity.WARNING, Severity.ERROR, Severity.INFO)
        .family("statefulset")
        .summary("the Service that a StatefulSet names does not select its pods")
        .rationale(RATIONALE)
        .symptom("NXDOMAIN for the names of its pods")
        .mend("Make the selector of the Service match the pod template.")
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
    PodSet pods = in.cluster().podSet(workload);
    if (name == null || name.unknown() || pods == null || in.isBroken(workload)) {
      return;
    }
    Service service = in.cluster().service(workload.namespace(), name.value());
    if (service == null || !service.selectsPods() || in.isBroken(service)) {
      return;
    }
    boolean selectsOthers = !in.cluster().selectedBy(service).isEmpty();
    if (!selectsOthers
        || pods.matches(service.selector()) != Match.NO
        || in.cluster().mayBeOther(workload, service)
        || in.cluster().mayBeOther(service, workload)) {
      return;
    }
    boolean open = in.cluster().completeness(workload.namespace()).open();
    Draft draft = in.at(name).severity(open ? Severity.INFO : Severity.WARNING);
    ClientReference client = PodNameClient.of(workload, name.value(), in);
    if (client != null) {
      draft
          .severity(Severity.ERROR)
          .related(client.hostAt(), client.client().title() + " looks for a pod by this name");
    }
    draft
        .say(
            "Service `"
                + name.value()
                + "` does not select the pods of `StatefulSet "
                + workload.name()
                + "`")
        .label("selects other pods")
        .related(service.selector().at(), "this selector does not match the pod template")
        .related(pods.labelsAt(), "the labels of the pods")
        .note(
            "names such as `"
                + workload.name()
                + "-0."
                + name.value()
                + "."
                + workload.namespace()
                + ".svc` do not resolve (NXDOMAIN)")
        .advice("make the selector match, or name a Service that selects the pods")
        .report();
  }
}
