package dev.hopcheck.network;

import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.PodSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a client's resolv.conf (RES-02, RES-08 to RES-11).
 *
 * @param server whom it asks; of several nameservers the first one's answer is final
 * @param searches domains that are tried behind a name, in order
 * @param ndots names with fewer dots try the searches first
 */
record ResolverConfig(Server server, List<String> searches, int ndots) {
  /** Whom a client asks. */
  enum Server {
    CLUSTER,
    /** The node's resolver, which knows nothing of the cluster. */
    NODE,
    /** A nameserver that the manifest names and nobody knows. */
    FOREIGN
  }

  ResolverConfig {
    searches = List.copyOf(searches);
  }

  /** Of nodes and of hosts outside. */
  static final ResolverConfig OF_NODE = new ResolverConfig(Server.NODE, List.of(), 1);

  /** Of a pod whose manifest says nothing about it. */
  static ResolverConfig of(String namespace, String domain) {
    return new ResolverConfig(
        Server.CLUSTER, List.of(namespace + ".svc." + domain, "svc." + domain, domain), 5);
  }

  static ResolverConfig of(NetworkPod pod, String domain, List<String> clusterDns) {
    PodSpec spec = pod.spec();
    String policy = spec.dnsPolicy().value();
    boolean usesCluster =
        policy.equals("ClusterFirstWithHostNet")
            || (policy.equals("ClusterFirst") && !pod.hostNetwork());
    List<String> searches = new ArrayList<>();
    Server server = Server.NODE;
    int ndots = 1;
    if (usesCluster) {
      server = Server.CLUSTER;
      ndots = 5;
      searches.add(pod.namespace() + ".svc." + domain);
      searches.add("svc." + domain);
      searches.add(domain);
    } else if (policy.equals("None")) {
      server = given(spec.dnsConfig(), clusterDns);
    }
    PodSpec.DnsConfig config = spec.dnsConfig();
    if (config != null) {
      for (Located<String> search : config.searches()) {
        String name = DnsQuestion.lower(search.value());
        if (!name.isEmpty() && !searches.contains(name)) {
          searches.add(name);
        }
      }
      ndots = ndots(config, ndots);
    }
    return new ResolverConfig(server, searches, ndots);
  }

  private static Server given(PodSpec.@Nullable DnsConfig config, List<String> clusterDns) {
    if (config == null || config.nameservers().isEmpty()) {
      return Server.FOREIGN;
    }
    return clusterDns.contains(config.nameservers().get(0).value())
        ? Server.CLUSTER
        : Server.FOREIGN;
  }

  private static int ndots(PodSpec.DnsConfig config, int before) {
    int ndots = before;
    for (PodSpec.DnsConfig.Option option : config.options()) {
      String value = option.value();
      if (option.name().equals("ndots") && value != null && isSmallNumber(value)) {
        ndots = Math.min(15, Integer.parseInt(value));
      }
    }
    return ndots;
  }

  private static boolean isSmallNumber(String text) {
    if (text.isEmpty() || text.length() > 3) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The names to ask in order (RES-03). */
  List<String> candidates(String name) {
    if (name.endsWith(".")) {
      return List.of(name);
    }
    int dots = 0;
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == '.') {
        dots++;
      }
    }
    List<String> candidates = new ArrayList<>(searches.size() + 1);
    if (dots >= ndots) {
      candidates.add(name);
    }
    for (String search : searches) {
      candidates.add(search.equals(".") || search.isEmpty() ? name : name + "." + search);
    }
    if (dots < ndots) {
      candidates.add(name);
    }
    return candidates;
  }
}
