package dev.hopcheck.admission;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.value.Cidr;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the server does before it validates a new Service: it takes addresses and ports for it (spec
 * section 9). The first step that fails is all that is reported.
 */
final class ServiceAllocation {
  /** The range of kubeadm; where none is known, only its own address is surely no Service's. */
  private static final Cidr DEFAULT_RANGE = new Cidr(IpAddress.ipv4(10 << 24 | 96 << 16), 12);

  private final ServiceView service;
  private final ServerFacts facts;
  private final Causes causes;
  private final long[] nodePorts;

  ServiceAllocation(ServiceView service, ServerFacts facts, Causes causes) {
    this.service = service;
    this.facts = facts;
    this.causes = causes;
    nodePorts = new long[service.ports().size()];
    for (int i = 0; i < nodePorts.length; i++) {
      nodePorts[i] = service.ports().get(i).number("nodePort");
    }
  }

  /** Runs all steps; returns whether all succeed. */
  boolean succeeds() {
    if (!service.isPlain() && !service.isType("ExternalName")) {
      ServiceAddressRules.validate(service, facts, causes);
      if (causes.isEmpty()) {
        familyPolicy();
      }
      if (causes.isEmpty()) {
        families();
      }
      if (causes.isEmpty()) {
        addresses();
      }
    }
    boolean external = service.isType("NodePort") || service.isType("LoadBalancer");
    if (causes.isEmpty() && external) {
      ports();
    }
    if (causes.isEmpty() && service.spec().has("healthCheckNodePort")) {
      healthCheckPort();
    }
    // What a placeholder stands for may well be fine, so the other checks go on.
    return causes.areUnsure();
  }

  /**
   * The node port that each port has after this step; a number that the server would choose is
   * negative.
   */
  long[] nodePorts() {
    return nodePorts;
  }

  /** AL-02: two addresses or families need a policy that allows them. */
  private void familyPolicy() {
    Field policy = service.spec().get("ipFamilyPolicy");
    boolean single = policy.present() ? policy.text().equals("SingleStack") : !isSelfMade();
    if (!single) {
      return;
    }
    if (service.clusterIps().size() == 2) {
      dualStackNeeded(policy, "cluster IPs");
    }
    if (service.spec().size("ipFamilies") == 2) {
      dualStackNeeded(policy, "IP families");
    }
  }

  private void dualStackNeeded(Field policy, String what) {
    String detail =
        "must be 'RequireDualStack' or 'PreferDualStack' when multiple " + what + " are specified";
    causes
        .invalid(policy, "SingleStack", detail)
        .note("write `ipFamilyPolicy: PreferDualStack`, or name one family only");
  }

  /** AL-03 to AL-05, where it is known what the cluster has. */
  private void families() {
    List<Field> families = service.spec().items("ipFamilies");
    for (int i = families.size(); i < service.clusterIps().size(); i++) {
      IpAddress address = IpAddress.parse(service.clusterIp(i)).orElse(null);
      if (address != null && !isConfigured(address.family() == IpFamily.IPV6)) {
        causes
            .invalidBare(
                service.clusterIps().get(i),
                service.clusterIpsJson(),
                name(address.family() == IpFamily.IPV6) + " is not configured on this cluster")
            .path(ServiceView.clusterIpPath(i))
            .rule(InputRule.IP_FAMILY_UNAVAILABLE);
      }
    }
    if (!causes.isEmpty() || isSelfMade()) {
      return;
    }
    Field policy = service.spec().get("ipFamilyPolicy");
    boolean dual = isConfigured(false) && isConfigured(true);
    if (policy.text().equals("RequireDualStack") && !dual) {
      causes
          .invalid(policy, "this cluster is not configured for dual-stack services")
          .rule(InputRule.IP_FAMILY_UNAVAILABLE);
    }
    for (Field family : families) {
      if (!isConfigured(family.text().equals("IPv6"))) {
        causes
            .invalid(family, "not configured on this cluster")
            .rule(InputRule.IP_FAMILY_UNAVAILABLE);
      }
    }
  }

  private boolean isConfigured(boolean ipv6) {
    return ipv6 ? facts.ipv6() == null || facts.ipv6() : facts.ipv4();
  }

  private static String name(boolean ipv6) {
    return ipv6 ? "IPv6" : "IPv4";
  }

  /** Headless without selector: the user brings the endpoints, of whatever family. */
  private boolean isSelfMade() {
    return service.isHeadless() && service.spec().size("selector") == 0;
  }

  /** AL-06: an address outside the range, its first, or its last of IPv4. */
  private void addresses() {
    Cidr range = range();
    for (int i = 0; i < service.clusterIps().size() && causes.isEmpty(); i++) {
      IpAddress address = IpAddress.parse(service.clusterIp(i)).orElse(null);
      if (address == null) {
        continue;
      }
      if (range == null) {
        if (isNeverServed(address)) {
          outside(i, address, DEFAULT_RANGE)
              .headline("cluster IP `" + address + "` can be no Service's address");
        } else if (address.equals(DEFAULT_RANGE.network())) {
          outside(i, address, DEFAULT_RANGE)
              .severity(Severity.WARNING)
              .note("`" + DEFAULT_RANGE + "` is the range of clusters that set none");
        }
      } else if (address.family() == range.family() && !isUsable(range, address)) {
        outside(i, address, range);
      }
    }
  }

  /** Addresses that lie in no range that a server can be given. */
  private static boolean isNeverServed(IpAddress address) {
    return address.isUnspecified()
        || address.isLoopback()
        || address.isLinkLocal()
        || address.isMulticast();
  }

  private Cause outside(int index, IpAddress address, Cidr range) {
    Cause cause =
        causes
            .invalidBare(
                service.spec().get("clusterIPs"),
                service.clusterIpsJson(),
                "failed to allocate IP "
                    + address
                    + ": the provided IP ("
                    + address
                    + ") is not in the valid range. The range of valid IPs is "
                    + range)
            .at(service.clusterIps().get(index).location());
    return address.equals(range.network())
        ? cause.headline(
            "cluster IP `"
                + address
                + "` is the range `"
                + range
                + "` itself, not an address in it")
        : cause.headline(
            "cluster IP `" + address + "` is outside the Service range `" + range + "`");
  }

  private @Nullable Cidr range() {
    String text = facts.serviceCidr();
    return text == null ? null : Cidr.parse(text).orElse(null);
  }

  private static boolean isUsable(Cidr range, IpAddress address) {
    if (!range.contains(address) || address.equals(range.network())) {
      return false;
    }
    boolean last = range.family() == IpFamily.IPV4 && !range.contains(address.plus(1));
    return !last;
  }

  /** AL-09 to AL-13. The pool of node ports knows no protocol. */
  private void ports() {
    List<Field> ports = service.ports();
    Field automatic = service.spec().get("allocateLoadBalancerNodePorts");
    boolean allocates = service.isType("NodePort") || automatic.flag();
    Map<Long, Long> byPort = new HashMap<>();
    Set<Long> taken = new HashSet<>();
    for (int i = 0; i < ports.size() && causes.isEmpty(); i++) {
      if (nodePorts[i] == 0 && !allocates) {
        continue;
      }
      long number = ports.get(i).number("port");
      Long given = byPort.get(number);
      if (given == null) {
        int asked = requested(number);
        long port = asked < 0 ? -1L - i : nodePorts[asked];
        if (asked >= 0) {
          take(i, ports.get(asked), port, taken);
        }
        nodePorts[i] = port;
        byPort.put(number, port);
      } else if (nodePorts[i] == 0) {
        nodePorts[i] = given;
      } else if (nodePorts[i] != given) {
        take(i, ports.get(i), nodePorts[i], taken);
      }
    }
  }

  /**
   * AL-12: index of the first port of that number with a node port of its own; negative if none.
   */
  private int requested(long number) {
    List<Field> ports = service.ports();
    for (int i = 0; i < ports.size(); i++) {
      boolean same = ports.get(i).number("port") == number;
      if (same && ports.get(i).number("nodePort") != 0) {
        return i;
      }
    }
    return -1;
  }

  private void take(int index, Field asked, long port, Set<Long> taken) {
    Field field = service.ports().get(index).get("nodePort");
    Field written = asked.get("nodePort");
    String range = facts.nodePortFirst() + "-" + facts.nodePortLast();
    if (port < facts.nodePortFirst() || port > facts.nodePortLast()) {
      causes
          .invalidNumber(
              field,
              port,
              "provided port is not in the valid range. The range of valid ports is " + range)
          .at(written.location())
          .about(written)
          .rule(InputRule.NODE_PORT_OUT_OF_RANGE)
          .headline("node port `" + port + "` is outside the range " + range)
          .note("leave `nodePort` out to let the server choose one");
    } else if (!taken.add(port)) {
      causes
          .invalidNumber(field, port, "provided port is already allocated")
          .at(written.location())
          .about(written)
          .rule(InputRule.DUPLICATE_SERVICE_PORT)
          .headline("node port `" + port + "` is used twice in this Service")
          .note("ports of different numbers cannot share a node port, whatever their protocols");
    }
  }

  /** AL-14; the server answers 500 and names no field. */
  private void healthCheckPort() {
    Field field = service.spec().get("healthCheckNodePort");
    long port = field.number();
    boolean outside = port < facts.nodePortFirst() || port > facts.nodePortLast();
    if (port != 0 && service.needsHealthCheck() && outside) {
      String range = facts.nodePortFirst() + "-" + facts.nodePortLast();
      causes
          .invalidNumber(
              field,
              port,
              "failed to allocate requested HealthCheck NodePort "
                  + port
                  + ": provided port is not in the valid range. The range of valid ports is "
                  + range)
          .rule(InputRule.NODE_PORT_OUT_OF_RANGE)
          .headline("health check node port `" + port + "` is outside the range " + range);
    }
  }
}
