package dev.hopcheck.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Service with the API's defaults (PORT-02).
 *
 * @param type {@code ClusterIP} unless written
 * @param clusterIps {@code clusterIPs}, else {@code clusterIP} alone, as written; {@code None}
 *     included
 * @param ports in order of writing
 * @param selector flat; empty and absent both mean that nothing makes endpoints (SEL-07)
 * @param externalName null where it is not given
 * @param allocateLoadBalancerNodePorts true unless written
 * @param loadBalancer the addresses that a load balancer has, from the status
 */
public record Service(
    ResourceHead head,
    Located<String> type,
    List<Located<String>> clusterIps,
    List<ServicePort> ports,
    Labels selector,
    @Nullable Located<String> externalName,
    Located<Boolean> publishNotReadyAddresses,
    Located<String> sessionAffinity,
    @Nullable Located<Integer> sessionAffinityTimeout,
    @Nullable Located<String> externalTrafficPolicy,
    @Nullable Located<String> internalTrafficPolicy,
    List<Located<String>> ipFamilies,
    @Nullable Located<String> ipFamilyPolicy,
    List<Located<String>> externalIps,
    @Nullable Located<String> loadBalancerIp,
    @Nullable Located<String> loadBalancerClass,
    List<Located<String>> loadBalancerSourceRanges,
    Located<Boolean> allocateLoadBalancerNodePorts,
    @Nullable Located<Integer> healthCheckNodePort,
    @Nullable Located<String> trafficDistribution,
    List<LoadBalancerAddress> loadBalancer)
    implements Resource {
  public Service {
    clusterIps = List.copyOf(clusterIps);
    ports = List.copyOf(ports);
    ipFamilies = List.copyOf(ipFamilies);
    externalIps = List.copyOf(externalIps);
    loadBalancerSourceRanges = List.copyOf(loadBalancerSourceRanges);
    loadBalancer = List.copyOf(loadBalancer);
  }

  /**
   * An address of {@code status.loadBalancer.ingress}.
   *
   * @param ipMode {@code VIP} unless written; {@code Proxy} keeps nodes from short cuts
   */
  public record LoadBalancerAddress(
      @Nullable Located<String> ip, @Nullable Located<String> hostname, String ipMode) {}

  /** Whether it has no cluster IP by choice: {@code clusterIP: None}. */
  public boolean headless() {
    return !clusterIps.isEmpty() && clusterIps.get(0).value().equals("None") && !isExternalName();
  }

  /** Whether it is an alias only (EXT-01). */
  public boolean isExternalName() {
    return type.value().equals("ExternalName");
  }

  /** Whether it opens ports on nodes. */
  public boolean opensNodePorts() {
    return type.value().equals("NodePort")
        || (type.value().equals("LoadBalancer")
            && (allocateLoadBalancerNodePorts.value() || anyNodePort()));
  }

  /** Whether a controller makes its endpoints from pods (SEL-07, SEL-08). */
  public boolean selectsPods() {
    return !selector.isEmpty() && !isExternalName();
  }

  /** The port of that name, the empty name included; null where there is none. */
  public @Nullable ServicePort port(String portName) {
    for (ServicePort port : ports) {
      if (port.nameText().equals(portName)) {
        return port;
      }
    }
    return null;
  }

  /** The port of that number, whatever the protocol; null where there is none. */
  public @Nullable ServicePort port(int number) {
    for (ServicePort port : ports) {
      if (port.port().known() && port.port().value() == number) {
        return port;
      }
    }
    return null;
  }

  private boolean anyNodePort() {
    for (ServicePort port : ports) {
      if (port.nodePort() != null) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Service withHead(ResourceHead other) {
    return with(other, type, clusterIps, ports, selector, externalName, publishNotReadyAddresses);
  }

  /** The same with another selector. */
  public Service withSelector(Labels other) {
    return with(type, clusterIps, ports, other, externalName, publishNotReadyAddresses);
  }

  /** The same, changed on its way to the server. */
  public Service with(
      Located<String> otherType,
      List<Located<String>> otherIps,
      List<ServicePort> otherPorts,
      Labels otherSelector,
      @Nullable Located<String> otherName,
      Located<Boolean> otherPublishing) {
    return with(head, otherType, otherIps, otherPorts, otherSelector, otherName, otherPublishing);
  }

  private Service with(
      ResourceHead otherHead,
      Located<String> otherType,
      List<Located<String>> otherIps,
      List<ServicePort> otherPorts,
      Labels otherSelector,
      @Nullable Located<String> otherName,
      Located<Boolean> otherPublishing) {
    return new Service(
        otherHead,
        otherType,
        otherIps,
        otherPorts,
        otherSelector,
        otherName,
        otherPublishing,
        sessionAffinity,
        sessionAffinityTimeout,
        externalTrafficPolicy,
        internalTrafficPolicy,
        ipFamilies,
        ipFamilyPolicy,
        externalIps,
        loadBalancerIp,
        loadBalancerClass,
        loadBalancerSourceRanges,
        allocateLoadBalancerNodePorts,
        healthCheckNodePort,
        trafficDistribution,
        loadBalancer);
  }
}
