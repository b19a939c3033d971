package dev.hopcheck.rules.externalname;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;

/** Finds aliases of an address. */
final class ExternalNameIsIp implements ResourceRule<Service> {
  private static final String RATIONALE =
      """
      `externalName` is a DNS name. An IPv4 address is taken for a name that consists of digits, and the
      cluster's DNS does not answer for it.
      """;

  private static final String BAD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: billing
      spec:
        type: ExternalName
        externalName: 203.0.113.40 # expect
      """;

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: billing
      spec:
        ports:
          - port: 443
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata:
        name: billing-1
        labels:
          kubernetes.io/service-name: billing
      addressType: IPv4
      ports:
        - port: 443
      endpoints:
        - addresses:
            - 203.0.113.40
      """;

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("external-name-is-ip")
        .severity(Severity.ERROR)
        .family("externalname")
        .summary("an ExternalName Service names an address")
        .rationale(RATIONALE)
        .symptom("NXDOMAIN: the name of the Service does not resolve")
        .mend("Use a Service without selector and write its EndpointSlice, or use a DNS name.")
        .bad(BAD)
        .good(GOOD)
        .reference("Kubernetes: Service, ExternalName (caution about addresses)")
        .build();
  }

  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public void check(Service service, Inspection in) {
    Located<String> target = Alias.targetOf(service, in);
    if (target == null || !isDottedQuad(Alias.plain(target))) {
      return;
    }
    in.at(target)
        .say("`externalName` of Service `" + service.name() + "` is an address, not a name")
        .label("taken for a name of digits")
        .note(
            "`" + service.name() + "." + service.namespace() + ".svc` does not resolve (NXDOMAIN)")
        .advice("use a Service without selector and an EndpointSlice with this address")
        .report();
  }

  private static boolean isDottedQuad(String text) {
    int parts = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && text.charAt(i) != '.') {
        if (!Character.isDigit(text.charAt(i)) || i - start > 2) {
          return false;
        }
        continue;
      }
      if (i == start || Integer.parseInt(text.substring(start, i)) > 255) {
        return false;
      }
      parts++;
      start = i + 1;
    }
    return parts == 4;
  }
}
