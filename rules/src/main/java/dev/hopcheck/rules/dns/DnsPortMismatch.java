package dev.hopcheck.rules.dns;

import dev.hopcheck.cluster.ClientReference;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Edit;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.rule.ClusterRule;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rule.UnitFacts;
import dev.hopcheck.source.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds ports of clients that the Service does not have. */
final class DnsPortMismatch implements ClusterRule {
  private static final String RATIONALE =
      """
      Clients connect to the port of the Service, not to that of the pod: `port`, not `targetPort`. A port that
      the Service does not have leads nowhere, whatever its pods listen on.
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
            containers:
              - name: web
                image: registry.example.com/web:1.0
                ports:
                  - containerPort: 8080
                env:
                  - name: API_URL
                    value: http://api:8080 # expect
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
    return RuleDoc.id("dns-port-mismatch")
        .severity(Severity.ERROR, Severity.WARNING)
        .family("dns")
        .summary("a client uses a port that the Service lacks")
        .rationale(RATIONALE)
        .symptom("timeout, or connection refused, by the mode of kube-proxy")
        .mend("Use a port of the Service, or add the port to it.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Service, defining a Service")
        .build();
  }

  @Override
  public void check(Cluster cluster, Inspection in) {
    for (UnitFacts.TracedReference traced : in.references()) {
      NetworkService service = ServiceReached.without(traced, in.network());
      if (service != null
          && !ServiceReached.byAlias(traced)
          && !in.isBroken(service.service())
          && !ServiceReached.hasNumber(service, traced.reference().port())) {
        report(traced, service, in);
      }
    }
  }

  private static void report(
      UnitFacts.TracedReference traced, NetworkService found, Inspection in) {
    ClientReference reference = traced.reference();
    boolean strong = reference.strength() == ClientReference.Strength.STRONG;
    if (!reference.portWritten() && !strong) {
      return;
    }
    Location portAt = reference.portAt();
    Service service = found.service();
    Draft draft =
        in.at(portAt == null ? reference.hostAt() : portAt)
            .resource(reference.holder())
            .say("Service `" + found.name() + "` has no port `" + reference.port() + "`")
            .label(
                portAt == null
                    ? "`" + reference.scheme() + "` means port " + reference.port()
                    : what(service, reference.port()))
            .severity(strong && portAt != null ? Severity.ERROR : Severity.WARNING);
    for (ServicePort port : service.ports()) {
      draft.related(port.port(), "the Service's port is " + port.port().value());
    }
    draft.note(
        "the client is "
            + ReferenceFinding.user(reference)
            + "; its connections time out or are refused, by the mode of kube-proxy");
    ServicePort only = only(service);
    if (only != null && portAt != null) {
      String number = Integer.toString(only.port().value());
      draft.fix(
          "change `" + reference.port() + "` to `" + number + "`",
          Applicability.UNSAFE,
          List.of(new Edit(portAt, quoted(portAt, number))));
    }
    draft.report();
  }

  private static String what(Service service, int number) {
    for (ServicePort port : service.ports()) {
      if (port.targetPort().value().asNumber() == number) {
        return "this is the target port; clients use " + port.port().value();
      }
      if (port.nodePort() != null && port.nodePort().value() == number) {
        return "this is the node port; clients in the cluster use " + port.port().value();
      }
    }
    return "not among the Service's ports";
  }

  private static @Nullable ServicePort only(Service service) {
    return service.ports().size() == 1 ? service.ports().get(0) : null;
  }

  /** A number in a variable of its own stays the string that it must be. */
  private static String quoted(Location at, String number) {
    String written = at.text();
    char first = written.isEmpty() ? ' ' : written.charAt(0);
    return first == '"' || first == '\'' ? first + number + first : number;
  }
}
