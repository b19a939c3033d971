package dev.hopcheck.rules.externalname;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.Completeness;
import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import org.jspecify.annotations.Nullable;

/** Finds aliases of Services that are not there. */
final class ExternalNameDangling implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      An alias of a name in the cluster's own zone leads to that Service. If the Service does not exist, the
      alias gives no address, and the client says that the host is not found.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: billing
        namespace: shop
      spec:
        type: ExternalName
        externalName: legder.finance.svc.cluster.local # expect
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: ledger
        namespace: finance
      spec:
        selector:
          app: ledger
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: ledger-main
        namespace: finance
        labels:
          app: ledger
      spec:
        containers:
          - name: ledger
            image: registry.example.com/ledger:1.4
            ports:
              - containerPort: 8080
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: billing
        namespace: shop
      spec:
        type: ExternalName
        externalName: ledger.finance.svc.cluster.local
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: ledger
        namespace: finance
      spec:
        selector:
          app: ledger
        ports:
          - port: 80
            targetPort: 8080
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: ledger-main
        namespace: finance
        labels:
          app: ledger
      spec:
        containers:
          - name: ledger
            image: registry.example.com/ledger:1.4
            ports:
              - containerPort: 8080
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("external-name-dangling")
        .severity(Severity.ERROR, Severity.WARNING, Severity.INFO)
        .family("externalname")
        .summary("an ExternalName Service leads to a Service that does not exist")
        .rationale(RATIONALE)
        .symptom("host not found (no address)")
        .mend("Name a Service that exists.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Service, ExternalName")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    Located<String> target = Alias.targetOf(service, in);
    Alias alias = target == null ? null : Alias.of(target);
    if (target == null
        || alias == null
        || in.cluster().service(alias.namespace(), alias.service()) != null
        || in.cluster().isImplied(alias.namespace(), alias.service())) {
      return;
    }
    Service near = near(alias, in.cluster());
    Draft draft =
        in.at(target)
            .say(
                "there is no Service `"
                    + alias.service()
                    + "` in namespace `"
                    + alias.namespace()
                    + "`")
            .label("leads to nothing")
            .severity(severity(alias, near, in.cluster()))
            .note("the alias gives no address, so clients say that the host is not found");
    if (near == null) {
      draft.advice("name a Service that exists, or check that it is applied from elsewhere");
    } else {
      String full = near.name() + "." + near.namespace() + ".svc.cluster.local";
      draft
          .related(
              near.head().name(), "closest: `" + near.name() + "` in `" + near.namespace() + "`")
          .fix("change it to `" + full + "`", Applicability.UNSAFE, full);
    }
    draft.report();
  }

  private static Severity severity(Alias alias, @Nullable Service near, Cluster cluster) {
    Completeness known = cluster.completeness(alias.namespace());
    if (known.declared() || (near != null && !known.open())) {
      return Severity.ERROR;
    }
    return near == null ? Severity.INFO : Severity.WARNING;
  }

  /** A slip in the name, or that very name in another namespace. */
  private static @Nullable Service near(Alias alias, Cluster cluster) {
    int limit = Math.min(2, alias.service().length() / 3);
    for (String name : cluster.serviceNames(alias.namespace()).near(alias.service(), limit)) {
      return cluster.service(alias.namespace(), name);
    }
    for (Service service : cluster.servicesNamed(alias.service())) {
      if (!service.isExternalName()) {
        return service;
      }
    }
    return null;
  }
}
