package dev.hopcheck.rules.endpoints;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.EndpointSlice;
import dev.hopcheck.resource.EndpointSlice.SlicePort;
import dev.hopcheck.resource.Endpoints;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import dev.hopcheck.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds ports of hand-written endpoints that no port of their Service takes. */
final class EndpointslicePortNameMismatch implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      The ports of a slice and those of its Service belong together by name, not by number. A port
      of the Service for which no slice has a port of the same name and protocol has no endpoints.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: legacy
      spec:
        ports:
          - port: 80
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata:
        name: legacy-1
        labels:
          kubernetes.io/service-name: legacy
      addressType: IPv4
      ports:
        - name: http # expect
          port: 8080
      endpoints:
        - addresses:
            - 192.0.2.10
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: legacy
      spec:
        ports:
          - port: 80
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata:
        name: legacy-1
        labels:
          kubernetes.io/service-name: legacy
      addressType: IPv4
      ports:
        - port: 8080
      endpoints:
        - addresses:
            - 192.0.2.10
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("endpointslice-port-name-mismatch")
        .severity(Severity.ERROR, Severity.WARNING)
        .family("endpoints")
        .summary("a port of hand-written endpoints has another name than the port of the Service")
        .rationale(RATIONALE)
        .symptom("connection refused")
        .mend("Give the port the name that the port of the Service has; none if that has none.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes API: EndpointPort, name")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    if (service.isExternalName() || in.isBroken(service) || service.ports().isEmpty()) {
      return;
    }
    Cluster cluster = in.cluster();
    List<SlicePort> written = new ArrayList<>();
    for (EndpointSlice slice : cluster.slices(service)) {
      if (!slice.managedBy().isEmpty() || in.isBroken(slice) || !slice.head().uid().isEmpty()) {
        return;
      }
      written.addAll(slice.ports());
    }
    Endpoints endpoints = cluster.endpoints(service);
    if (endpoints != null && !service.selectsPods() && !in.isBroken(endpoints)) {
      if (!Handwritten.is(endpoints)) {
        return;
      }
      for (Endpoints.Subset subset : endpoints.subsets()) {
        written.addAll(subset.ports());
      }
    }
    for (SlicePort port : written) {
      boolean stray = port.name().known() && port.protocol().known() && !taken(port, service);
      ServicePort unserved = stray ? unserved(port, service, written) : null;
      if (unserved != null) {
        report(service, port, unserved, in);
        return;
      }
    }
  }

  private static boolean taken(SlicePort port, Service service) {
    for (ServicePort candidate : service.ports()) {
      if (same(candidate, port)) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(ServicePort port, SlicePort written) {
    return (port.name() != null && port.name().unknown())
        || port.protocol().unknown()
        || (port.nameText().equals(written.name().value())
            && port.protocol().value().equals(written.protocol().value()));
  }

  /** A port of the Service that nothing feeds; the one of the same protocol first. */
  private static @Nullable ServicePort unserved(
      SlicePort stray, Service service, List<SlicePort> written) {
    ServicePort found = null;
    for (ServicePort port : service.ports()) {
      boolean served = false;
      for (SlicePort one : written) {
        served |= same(port, one);
      }
      boolean sameProtocol = port.protocol().value().equals(stray.protocol().value());
      if (!served && (found == null || sameProtocol)) {
        found = port;
      }
    }
    return found;
  }

  private static void report(Service service, SlicePort port, ServicePort unserved, Inspection in) {
    String name = port.name().value();
    String wanted = unserved.nameText();
    boolean named = port.name().written() && !name.isEmpty();
    Draft draft =
        (named ? in.at(port.name()) : in.at(port.at()).field(port.field()))
            .severity(
                service.headless() || service.selectsPods() ? Severity.WARNING : Severity.ERROR)
            .say(
                "port "
                    + describe(name, port.protocol().value())
                    + " of the endpoints is no port of Service `"
                    + service.name()
                    + "`")
            .label("the Service has no port of this name and protocol")
            .related(
                unserved.name() == null ? unserved.port() : unserved.name(),
                "the Service has port " + describe(wanted, unserved.protocol().value()))
            .note(
                "ports of endpoints and of their Service belong together by name and protocol, not by"
                    + " number")
            .note(
                service.headless()
                    ? "the addresses resolve, but there is no SRV record for the port"
                    : "connections to "
                        + Wording.host(service)
                        + " port "
                        + unserved.port().value()
                        + " are refused");
    if (name.equals(wanted)) {
      draft.advice("set `protocol: " + unserved.protocol().value() + "`");
    } else if (named && !wanted.isEmpty()) {
      draft.fix(
          "change `" + name + "` to `" + wanted + "`",
          Applicability.UNSAFE,
          Wording.scalar(wanted));
    } else {
      draft.advice(wanted.isEmpty() ? "remove the name" : "name the port `" + wanted + "`");
    }
    draft.report();
  }

  private static String describe(String name, String protocol) {
    return name.isEmpty()
        ? "without a name (" + protocol + ")"
        : "`" + name + "` (" + protocol + ")";
  }
}
