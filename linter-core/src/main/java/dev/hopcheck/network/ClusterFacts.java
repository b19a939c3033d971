package dev.hopcheck.network;

import dev.hopcheck.value.Cidr;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import dev.hopcheck.value.PortRange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What manifests do not say about the cluster (routing 0.4).
 *
 * @param domain the cluster domain, without a final dot
 * @param ipFamilies the families of Services and pods, the primary one first; not empty
 * @param serviceCidr where cluster IPs come from; null means simulated ones
 * @param nodePorts the range of node ports
 * @param proxyMode how kube-proxy works
 * @param nodes empty means the Node objects of the unit, else one simulated node
 * @param placement {@code namespace/pod} to the name of its node
 * @param listening which ports processes listen on
 * @param publicNames names that exist outside the cluster; null means that they are not known
 */
public record ClusterFacts(
    String domain,
    List<IpFamily> ipFamilies,
    @Nullable Cidr serviceCidr,
    PortRange nodePorts,
    ProxyMode proxyMode,
    List<NodeFact> nodes,
    Map<String, String> placement,
    Listening listening,
    @Nullable List<String> publicNames) {
  /** A cluster of which nothing is known. */
  public static final ClusterFacts DEFAULTS =
      new ClusterFacts(
          "cluster.local",
          List.of(IpFamily.IPV4),
          null,
          PortRange.NODE_PORTS,
          ProxyMode.IPTABLES,
          List.of(),
          Map.of(),
          Listening.ASSUMED,
          null);

  public ClusterFacts {
    ipFamilies = List.copyOf(ipFamilies);
    nodes = List.copyOf(nodes);
    placement = Collections.unmodifiableMap(new LinkedHashMap<>(placement));
    publicNames = publicNames == null ? null : List.copyOf(publicNames);
  }

  /** How kube-proxy translates addresses; the modes differ in what happens where no rule fits. */
  public enum ProxyMode {
    IPTABLES,
    NFTABLES
  }

  /** Which ports the processes in pods listen on. */
  public enum Listening {
    /** On every port that traffic is sent to, unless something says otherwise (PORT-06). */
    ASSUMED,
    /** On the ports that their containers declare, and on no other. */
    DECLARED
  }

  /** A node as the user describes it. */
  public record NodeFact(String name, List<IpAddress> addresses, Map<String, String> labels) {
    public NodeFact {
      addresses = List.copyOf(addresses);
      labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }
  }

  /** The same with these families. */
  public ClusterFacts withFamilies(List<IpFamily> families) {
    return new ClusterFacts(
        domain,
        families,
        serviceCidr,
        nodePorts,
        proxyMode,
        nodes,
        placement,
        listening,
        publicNames);
  }
}
