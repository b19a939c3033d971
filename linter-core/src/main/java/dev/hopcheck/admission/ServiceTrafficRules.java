package dev.hopcheck.admission;

import dev.hopcheck.finding.InputRule;

/** Traffic policies and distribution of a Service (SVC-29 to SVC-33). */
final class ServiceTrafficRules {
  private ServiceTrafficRules() {}

  static void validate(ServiceView service, ServerFacts facts, Causes causes) {
    Field spec = service.spec();
    // Where the policies are not written, their defaults are fine.
    if (spec.has("externalTrafficPolicy")) {
      external(service, facts, causes);
    }
    if (spec.has("healthCheckNodePort")) {
      healthCheck(service, causes);
    }
    if (spec.has("internalTrafficPolicy") && !isPolicy(spec.text("internalTrafficPolicy"))) {
      causes.notSupported(spec.get("internalTrafficPolicy"), "Cluster", "Local");
    }
    if (spec.has("trafficDistribution")) {
      distribution(spec.get("trafficDistribution"), facts, causes);
    }
  }

  /** SVC-29, SVC-30. */
  private static void external(ServiceView service, ServerFacts facts, Causes causes) {
    Field policy = service.spec().get("externalTrafficPolicy");
    boolean accessible = Defaults.isExternallyAccessible(service.spec());
    if (!facts.version().isAtLeast(29) && service.isType("ClusterIP")) {
      accessible = false;
    }
    if (accessible) {
      if (!isPolicy(policy.text())) {
        causes.notSupported(policy, "Cluster", "Local");
      }
    } else if (policy.written() && !policy.text().isEmpty()) {
      causes
          .invalid(policy, "may only be set for externally-accessible services")
          .about(service.spec().get("type"))
          .followsLater("spec.type")
          .rule(InputRule.TRAFFIC_POLICY_ON_CLUSTER_IP)
          .headline(
              "`externalTrafficPolicy` needs a Service that is reached from outside, this is `"
                  + service.type()
                  + "`")
          .note("leave it out, or use type `NodePort` or `LoadBalancer`");
    }
  }

  /** SVC-31. */
  private static void healthCheck(ServiceView service, Causes causes) {
    Field port = service.spec().get("healthCheckNodePort");
    if (!service.needsHealthCheck()) {
      if (port.number() != 0) {
        causes
            .invalidNumber(
                port,
                port.number(),
                "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is"
                    + " 'Local'")
            .about(service.spec().get("type"))
            .followsLater("spec.type")
            .about(service.spec().get("externalTrafficPolicy"))
            .rule(InputRule.LOAD_BALANCER_FIELD_ON_OTHER_TYPE)
            .headline(
                "`healthCheckNodePort` needs type `LoadBalancer` with"
                    + " `externalTrafficPolicy: Local`");
      }
    } else if (port.number() != 0) {
      PortRules.number(port, "health check node port", causes);
    }
  }

  /** SVC-33. */
  private static void distribution(Field value, ServerFacts facts, Causes causes) {
    // In 1.30 the field exists, but the server drops it.
    if (!value.present() || !facts.version().isAtLeast(31)) {
      return;
    }
    boolean sameSupported = facts.version().isAtLeast(34);
    switch (value.text()) {
      case "PreferClose" -> {}
      case "PreferSameZone", "PreferSameNode" -> {
        if (!sameSupported) {
          causes.notSupported(value, "PreferClose");
        }
      }
      default -> {
        if (sameSupported) {
          causes.notSupported(value, "PreferClose", "PreferSameNode", "PreferSameZone");
        } else {
          causes.notSupported(value, "PreferClose");
        }
      }
    }
  }

  private static boolean isPolicy(String text) {
    return text.equals("Cluster") || text.equals("Local");
  }
}
