package dev.hopcheck.rules.dns;

import dev.hopcheck.cluster.ClientReference;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rule.UnitFacts;
import dev.hopcheck.source.Location;

/** Finds ports that the Service behind an alias lacks. */
final class ExternalNameInClusterPort implements ClusterRule {
  private static final String RATIONALE =
      """
      An ExternalName Service is an alias in the DNS and nothing else; its own ports mean nothing. A client that
      follows it to a Service of the cluster must use a port of that Service.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: db
      spec:
        type: ExternalName
        externalName: postgres.data.svc.cluster.local
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: postgres
        namespace: data
      spec:
        selector:
          app: postgres
        ports:
          - port: 5432
            targetPort: 5432
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: postgres
        namespace: data
      spec:
        selector:
          matchLabels:
            app: postgres
        template:
          metadata:
            labels:
              app: postgres
          spec:
            containers:
              - name: postgres
                image: registry.example.com/postgres:1.0
                ports:
                  - containerPort: 5432
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
                  - name: DB_URL
                    value: postgres://db:5433 # expect
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: db
      spec:
        type: ExternalName
        externalName: postgres.data.svc.cluster.local
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: postgres
        namespace: data
      spec:
        selector:
          app: postgres
        ports:
          - port: 5432
            targetPort: 5432
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: postgres
        namespace: data
      spec:
        selector:
          matchLabels:
            app: postgres
        template:
          metadata:
            labels:
              app: postgres
          spec:
            containers:
              - name: postgres
                image: registry.example.com/postgres:1.0
                ports:
                  - containerPort: 5432
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
                  - name: DB_URL
                    value: postgres://db:5432
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("external-name-in-cluster-port")
        .severity(Severity.WARNING)
        .family("externalname")
        .summary("a client's port is no port of the aliased Service")
        .rationale(RATIONALE)
        .symptom("timeout, or connection refused, by the mode of kube-proxy")
        .mend("Use a port of the Service that the alias leads to.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Service, type ExternalName")
        .build();
  }

  @Override
  public void check(Cluster cluster, Inspection in) {
    for (UnitFacts.TracedReference traced : in.references()) {
      NetworkService service = ServiceReached.without(traced, in.network());
      if (service != null
          && ServiceReached.byAlias(traced)
          && !ServiceReached.hasNumber(service, traced.reference().port())) {
        report(traced, service, in);
      }
    }
  }

  private static void report(
      UnitFacts.TracedReference traced, NetworkService found, Inspection in) {
    ClientReference reference = traced.reference();
    Location portAt = reference.portAt();
    Draft draft =
        in.at(portAt == null ? reference.hostAt() : portAt)
            .resource(reference.holder())
            .say(
                "alias `"
                    + reference.host()
                    + "` leads to Service `"
                    + found.name()
                    + "`, which has no port `"
                    + reference.port()
                    + "`")
            .label("not among the ports of `" + found.id() + "`");
    for (ServicePort port : found.service().ports()) {
      draft.related(port.port(), "the Service's port is " + port.port().value());
    }
    draft
        .note(
            "the client is "
                + ReferenceFinding.user(reference)
                + "; an alias translates no ports, so its connections time out or are refused")
        .report();
  }
}
