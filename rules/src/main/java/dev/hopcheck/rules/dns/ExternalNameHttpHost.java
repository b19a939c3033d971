package dev.hopcheck.rules.dns;

import dev.hopcheck.cluster.ClientReference;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.resource.Located;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rule.UnitFacts;
import dev.hopcheck.trace.TracedFlow;

/** Finds HTTP clients that reach another site under the name of an alias. */
final class ExternalNameHttpHost implements ClusterRule {
  private static final String RATIONALE =
      """
      An ExternalName Service changes the address, not the request: the site gets the alias as host name. Most sites
      answer 404, and with HTTPS the certificate does not fit the name.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: partner
      spec:
        type: ExternalName
        externalName: api.example.com
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
                  - name: PARTNER_URL
                    value: https://partner/v1 # expect
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: partner
      spec:
        type: ExternalName
        externalName: api.example.com
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
                  - name: PARTNER_URL
                    value: https://api.example.com/v1
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("external-name-http-host")
        .severity(Severity.INFO)
        .family("externalname")
        .summary("an HTTP client reaches another site under the name of an alias")
        .rationale(RATIONALE)
        .symptom("HTTP 404 or 421, or a certificate for another name")
        .mend("Use the site's own name in the URL, or let a proxy set the host name.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Service, type ExternalName, warning about HTTP")
        .build();
  }

  @Override
  public void check(Cluster cluster, Inspection in) {
    for (UnitFacts.TracedReference traced : in.references()) {
      TracedFlow flow = traced.flow();
      String scheme = traced.reference().scheme();
      boolean http = scheme.equals("http") || scheme.equals("https");
      if (http && flow.resolution().external()) {
        NetworkService alias = in.network().dns().serviceOf(flow.resolution().name());
        if (alias != null && alias.service().externalName() != null) {
          report(traced.reference(), alias, alias.service().externalName(), in);
        }
      }
    }
  }

  private static void report(
      ClientReference reference, NetworkService alias, Located<String> name, Inspection in) {
    Draft draft =
        in.at(reference.hostAt())
            .resource(reference.holder())
            .say(
                "`"
                    + name.value()
                    + "` is asked under the name of its alias `"
                    + reference.host()
                    + "`")
            .label("sent as host name");
    draft
        .related(name, "Service `" + alias.name() + "` is an alias of this")
        .note(
            reference.scheme().equals("https")
                ? "the certificate of `" + name.value() + "` does not fit the alias"
                : "most sites answer 404 to a host name that is not theirs")
        .advice("use `" + name.value() + "` in the URL")
        .report();
  }
}
