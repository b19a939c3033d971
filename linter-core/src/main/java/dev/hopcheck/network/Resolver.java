package dev.hopcheck.network;

import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.PodSpec;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Resolves names as the C library of a client does: hosts file, search list, then the DNS (routing
 * 7).
 */
public final class Resolver {
  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_NAME = 253;

  private final Network network;

  Resolver(Network network) {
    this.network = network;
  }

  /** Resolves a host name, or passes an address through. */
  public Resolution resolve(Client client, String host) {
    IpAddress literal = IpAddress.parse(host).orElse(null);
    if (literal != null) {
      return Resolution.literal(host, literal);
    }
    if (!isName(host)) {
      return Resolution.failed(host, Resolution.Status.NOT_A_NAME, List.of());
    }
    List<IpAddress> known = hosts(client, host);
    if (!known.isEmpty()) {
      return Resolution.hosts(host, known);
    }
    return ask(config(client), host);
  }

  /** Resolves as an ordinary pod of a namespace does, be there one or not. */
  public Resolution resolve(String namespace, String host) {
    IpAddress literal = IpAddress.parse(host).orElse(null);
    if (literal != null) {
      return Resolution.literal(host, literal);
    }
    return isName(host)
        ? ask(ResolverConfig.of(namespace, network.facts().domain()), host)
        : Resolution.failed(host, Resolution.Status.NOT_A_NAME, List.of());
  }

  /** The domains that are tried behind a name, for explanations. */
  public List<String> searches(Client client) {
    return config(client).searches();
  }

  private ResolverConfig config(Client client) {
    return client instanceof Client.InPod in
        ? ResolverConfig.of(in.pod(), network.facts().domain(), clusterDns())
        : ResolverConfig.OF_NODE;
  }

  /** The addresses under which the cluster's DNS can be asked. */
  private List<String> clusterDns() {
    List<String> addresses = new ArrayList<>(2);
    NetworkService dns = network.service("kube-system", "kube-dns");
    if (dns != null) {
      for (IpAddress ip : dns.clusterIps()) {
        addresses.add(ip.toString());
      }
    }
    return addresses;
  }

  private Resolution ask(ResolverConfig config, String host) {
    List<Resolution.Candidate> asked = new ArrayList<>();
    boolean nodata = false;
    for (String candidate : config.candidates(host)) {
      boolean inZone = network.dns().contains(candidate);
      if (config.server() == ResolverConfig.Server.FOREIGN
          && network.facts().publicNames() == null) {
        return unknown(host, asked, "what the nameserver of the pod's `dnsConfig` answers");
      }
      if (config.server() == ResolverConfig.Server.CLUSTER && inZone) {
        DnsAnswer answer = network.dns().answer(candidate, "A");
        if (answer.records().isEmpty() && network.facts().ipFamilies().contains(IpFamily.IPV6)) {
          answer = network.dns().answer(candidate, "AAAA");
        }
        Resolution found = inside(host, candidate, answer, asked);
        if (found != null) {
          return found;
        }
        nodata |= answer.isNodata();
      } else {
        Resolution found = outside(host, candidate, asked);
        if (found != null) {
          return found;
        }
      }
    }
    return Resolution.failed(
        host, nodata ? Resolution.Status.NODATA : Resolution.Status.NXDOMAIN, asked);
  }

  /** Reads an answer of the cluster's DNS; null where the search goes on. */
  private @Nullable Resolution inside(
      String host, String candidate, DnsAnswer answer, List<Resolution.Candidate> asked) {
    if (answer.records().isEmpty()) {
      String result = answer.isNodata() ? "no address" : "NXDOMAIN";
      asked.add(new Resolution.Candidate(candidate, answer, result));
      return null;
    }
    List<IpAddress> addresses = new ArrayList<>();
    String canonical = null;
    for (DnsRecord record : answer.records()) {
      if (record.type().equals("CNAME")) {
        canonical = record.data();
      } else {
        IpAddress.parse(record.data()).ifPresent(addresses::add);
      }
    }
    if (!addresses.isEmpty()) {
      asked.add(new Resolution.Candidate(candidate, answer, "found"));
      return new Resolution(
          host,
          Resolution.Status.OK,
          bare(candidate),
          canonical,
          false,
          addresses,
          false,
          asked,
          "");
    }
    String target = canonical == null ? candidate : canonical;
    Boolean exists = existsOutside(target);
    if (exists == null) {
      asked.add(new Resolution.Candidate(candidate, answer, "alias of `" + target + "`"));
      return new Resolution(
          host,
          Resolution.Status.OK,
          bare(candidate),
          canonical,
          false,
          List.of(),
          true,
          asked,
          "");
    }
    if (exists) {
      asked.add(new Resolution.Candidate(candidate, answer, "alias of `" + target + "`"));
      return new Resolution(
          host,
          Resolution.Status.OK,
          bare(candidate),
          canonical,
          false,
          List.of(),
          true,
          asked,
          "");
    }
    asked.add(new Resolution.Candidate(candidate, answer, "alias of `" + target + "`, NXDOMAIN"));
    return null;
  }

  /** Asks something outside the cluster; null where the search goes on. */
  private @Nullable Resolution outside(
      String host, String candidate, List<Resolution.Candidate> asked) {
    Boolean exists = existsOutside(candidate);
    if (exists == null) {
      return unknown(host, asked, "whether `" + bare(candidate) + "` exists outside the cluster");
    }
    if (exists) {
      asked.add(new Resolution.Candidate(candidate, DnsAnswer.NOT_IN_ZONE, "found outside"));
      return new Resolution(
          host, Resolution.Status.OK, bare(candidate), null, false, List.of(), true, asked, "");
    }
    asked.add(new Resolution.Candidate(candidate, DnsAnswer.NOT_IN_ZONE, "NXDOMAIN"));
    return null;
  }

  private static Resolution unknown(String host, List<Resolution.Candidate> asked, String missing) {
    return new Resolution(
        host, Resolution.Status.UNKNOWN, "", null, false, List.of(), false, asked, missing);
  }

  /**
   * Whether a name exists outside the cluster; null where nobody knows. Without a list of public
   * names, a bare name, a name of the cluster domain, and one that is near a Service's do not
   * exist.
   */
  private @Nullable Boolean existsOutside(String candidate) {
    String name = DnsQuestion.lower(candidate);
    List<String> listed = network.facts().publicNames();
    if (listed != null) {
      for (String known : listed) {
        if (DnsQuestion.lower(known).equals(name)) {
          return true;
        }
      }
      return false;
    }
    int dot = name.indexOf('.');
    if (dot < 0 || network.dns().contains(name)) {
      return false;
    }
    int next = name.indexOf('.', dot + 1);
    String second = next < 0 ? name.substring(dot + 1) : name.substring(dot + 1, next);
    // No public top-level domain has that name.
    if (name.endsWith(".svc")
        || network.hasNamespace(second)
        || isNearService(name)
        || isPodOfSet(name, next)) {
      return false;
    }
    return null;
  }

  /** STS-02: two labels, the first being a StatefulSet's pod, are meant for its own Service. */
  private boolean isPodOfSet(String name, int secondDot) {
    if (secondDot >= 0) {
      return false;
    }
    String first = name.substring(0, name.indexOf('.'));
    return network.names().isHostname(first);
  }

  private boolean isNearService(String name) {
    int last = name.lastIndexOf('.');
    return name.indexOf('.') == last && network.names().first(name.substring(last + 1)) != null
        || network.names().isNearQualified(name);
  }

  /** RES-12, RES-15: the hosts file that the kubelet writes, or the node's. */
  private List<IpAddress> hosts(Client client, String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.equals("localhost")) {
      return List.of(IpAddress.ipv4(127 << 24 | 1));
    }
    List<IpAddress> addresses = new ArrayList<>(1);
    if (!(client instanceof Client.InPod in)) {
      return addresses;
    }
    NetworkPod pod = in.pod();
    if (!pod.hostNetwork() && isOwnName(pod, name)) {
      addresses.addAll(pod.addresses());
    }
    for (PodSpec.HostAlias alias : pod.spec().hostAliases()) {
      for (Located<String> hostname : alias.hostnames()) {
        if (hostname.value().toLowerCase(Locale.ROOT).equals(name)) {
          IpAddress.parse(alias.ip().value()).ifPresent(addresses::add);
        }
      }
    }
    return addresses;
  }

  private boolean isOwnName(NetworkPod pod, String name) {
    String own = pod.hostname() != null && !pod.hostname().isEmpty() ? pod.hostname() : pod.name();
    String hostname = own.length() > LONGEST_LABEL ? own.substring(0, LONGEST_LABEL) : own;
    if (name.equals(hostname)) {
      return true;
    }
    String subdomain = pod.subdomain();
    return subdomain != null
        && !subdomain.isEmpty()
        && name.equals(
            hostname
                + "."
                + subdomain
                + "."
                + pod.namespace()
                + ".svc."
                + network.facts().domain());
  }

  private static String bare(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /** Whether a resolver would send the text to a DNS server at all. */
  private static boolean isName(String text) {
    String name = bare(text);
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return false;
    }
    int length = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '.') {
        if (length == 0) {
          return false;
        }
        length = 0;
        continue;
      }
      boolean usual =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '-'
              || c == '_';
      if (!usual || ++length > LONGEST_LABEL) {
        return false;
      }
    }
    return length > 0;
  }
}
