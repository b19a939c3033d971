package dev.hopcheck.network;

import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cluster's DNS as CoreDNS serves it with {@code pods insecure} (routing 6). Negative and
 * positive answers are those of its kubernetes plugin; what lies outside the cluster domain is not
 * answered here.
 */
public final class DnsZone {
  /** CoreDNS follows this many aliases within the zone (EXT-08). */
  private static final int MOST_ALIASES = 11;

  private final String domain;
  private final Map<String, NetworkService> services;
  private final Set<String> namespaces;
  private final ReverseZone reverse;

  DnsZone(String domain, Map<String, NetworkService> services, Set<String> namespaces) {
    this.domain = domain;
    this.services = services;
    this.namespaces = namespaces;
    this.reverse = new ReverseZone(domain, services.values());
  }

  /** The cluster domain. */
  public String domain() {
    return domain;
  }

  /** Whether a name, with or without its final dot, lies in the cluster domain. */
  public boolean contains(String name) {
    String lower = DnsQuestion.lower(name);
    return lower.equals(domain) || lower.endsWith("." + domain);
  }

  /**
   * Answers a question.
   *
   * @param name as asked; the final dot is optional, letter case does not count (DNS-12)
   * @param type such as {@code A}, in capital letters
   */
  public DnsAnswer answer(String name, String type) {
    String lower = DnsQuestion.lower(name);
    if (ReverseZone.isReverse(lower)) {
      return type.equals("PTR") ? reverse.answer(name, lower) : DnsAnswer.NOT_IN_ZONE;
    }
    DnsQuestion question = DnsQuestion.of(lower, domain);
    if (question == null) {
      return DnsAnswer.NOT_IN_ZONE;
    }
    return switch (type) {
      case "TXT" -> text(name, lower, question);
      case "A" -> addresses(name, question, IpFamily.IPV4, new ArrayList<>());
      case "AAAA" -> addresses(name, question, IpFamily.IPV6, new ArrayList<>());
      case "SRV" -> services(name, question);
      case "CNAME" -> alias(name, question);
      default -> find(question) == null ? DnsAnswer.NXDOMAIN : DnsAnswer.NODATA;
    };
  }

  /** The Service that a name belongs to, also where it has no address; null where it is none's. */
  public @Nullable NetworkService serviceOf(String name) {
    DnsQuestion question = DnsQuestion.of(DnsQuestion.lower(name), domain);
    return question == null || question.shape() != DnsQuestion.Shape.SERVICE
        ? null
        : services.get(question.namespace() + "/" + question.service());
  }

  /** One thing that a name stands for: an address or another name, with the port of SRV records. */
  private record Target(String host, int port, String owner, @Nullable Service service) {
    boolean isName() {
      return IpAddress.parse(host).isEmpty();
    }
  }

  /**
   * What a name stands for; null where it does not exist, empty where it exists without records.
   */
  private @Nullable List<Target> find(DnsQuestion question) {
    return switch (question.shape()) {
      case INVALID -> null;
      case APEX -> List.of();
      case POD -> namespaces.contains(question.namespace()) ? podAddress(question) : null;
      case SERVICE -> namespaces.contains(question.namespace()) ? ofService(question) : null;
    };
  }

  /** DNS-10: any dashed address is answered, whether a pod has it or not. */
  private @Nullable List<Target> podAddress(DnsQuestion question) {
    String label = question.service();
    if (label.isEmpty()) {
      return List.of();
    }
    boolean four = count(label, '-') == 3 && !label.contains("--");
    String ip = label.replace('-', four ? '.' : ':');
    IpAddress address = IpAddress.parse(ip).orElse(null);
    return address == null ? null : List.of(new Target(address.toString(), 0, "", null));
  }

  private @Nullable List<Target> ofService(DnsQuestion question) {
    if (question.service().isEmpty()) {
      return List.of();
    }
    NetworkService found = services.get(question.namespace() + "/" + question.service());
    if (found == null) {
      return null;
    }
    Service service = found.service();
    String owner = found.name() + "." + found.namespace() + ".svc." + domain;
    if (service.isExternalName()) {
      return ofAlias(question, service, owner);
    }
    if (service.headless() || !question.endpoint().isEmpty()) {
      return ofEndpoints(question, found, owner);
    }
    List<Target> targets = new ArrayList<>();
    boolean any = false;
    for (ServicePort port : service.ports()) {
      if (question.asksFor(port.nameText(), port.protocol().value())) {
        any = true;
        for (IpAddress ip : found.clusterIps()) {
          targets.add(new Target(ip.toString(), port.port().value(), owner, service));
        }
      }
    }
    return any ? targets : null;
  }

  /**
   * EXT-10: an alias has no names below it; EXT-04: one that looks like an address is not served.
   */
  private static @Nullable List<Target> ofAlias(
      DnsQuestion question, Service service, String owner) {
    boolean below = !question.endpoint().isEmpty() || !question.port().isEmpty();
    if (below || service.externalName() == null) {
      return null;
    }
    String host = service.externalName().value();
    String target = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return target.isEmpty() || IpAddress.parse(target).isPresent()
        ? null
        : List.of(new Target(target, 0, owner, service));
  }

  /** DNS-05 to DNS-07, DNS-09, DNS-15: ready endpoints, by hostname or dashed address. */
  private static @Nullable List<Target> ofEndpoints(
      DnsQuestion question, NetworkService found, String owner) {
    List<Target> targets = new ArrayList<>();
    for (Slice slice : found.slices()) {
      for (Endpoint endpoint : slice.endpoints()) {
        if (!endpoint.ready()) {
          continue;
        }
        for (String address : endpoint.addresses()) {
          String label = label(endpoint, address);
          if (!question.endpoint().isEmpty()
              && !question.endpoint().equals(label.toLowerCase(Locale.ROOT))) {
            continue;
          }
          addPorts(question, slice, address, label + "." + owner, found.service(), targets);
        }
      }
    }
    return targets.isEmpty() ? null : targets;
  }

  private static void addPorts(
      DnsQuestion question,
      Slice slice,
      String address,
      String owner,
      Service service,
      List<Target> targets) {
    if (slice.ports().isEmpty()) {
      if (question.asksFor("", "")) {
        targets.add(new Target(address, -1, owner, service));
      }
      return;
    }
    for (Slice.Port port : slice.ports()) {
      if (question.asksFor(port.name(), port.protocol())) {
        int number = port.number() == null ? -1 : port.number();
        targets.add(new Target(address, number, owner, service));
      }
    }
  }

  /** DNS-06: the hostname, else the address with dashes. */
  static String label(Endpoint endpoint, String address) {
    String hostname = endpoint.hostname();
    if (hostname != null && !hostname.isEmpty()) {
      return hostname;
    }
    return address.indexOf('.') >= 0 ? address.replace('.', '-') : address.replace(':', '-');
  }

  private DnsAnswer addresses(
      String name, DnsQuestion question, IpFamily family, List<String> followed) {
    List<Target> targets = find(question);
    if (targets == null) {
      return DnsAnswer.NXDOMAIN;
    }
    String type = family == IpFamily.IPV4 ? "A" : "AAAA";
    List<DnsRecord> records = new ArrayList<>(targets.size());
    Set<String> seen = new HashSet<>();
    for (Target target : targets) {
      if (target.isName()) {
        follow(name, target, family, followed, records);
      } else if (IpAddress.parse(target.host()).orElseThrow().family() == family
          && seen.add(target.host())) {
        records.add(new DnsRecord(name, type, target.host(), target.service()));
      }
    }
    return DnsAnswer.of(records);
  }

  /**
   * EXT-06 to EXT-08: within the zone the alias is shown only with what it leads to; outside it
   * stands alone.
   */
  private void follow(
      String name, Target target, IpFamily family, List<String> followed, List<DnsRecord> records) {
    String host = DnsQuestion.lower(target.host());
    String own = DnsQuestion.lower(name);
    if (host.equals(own) || followed.size() >= MOST_ALIASES || followed.contains(own)) {
      return;
    }
    DnsRecord alias = new DnsRecord(name, "CNAME", target.host(), target.service());
    DnsQuestion next = DnsQuestion.of(host, domain);
    if (next == null) {
      records.add(alias);
      return;
    }
    List<String> further = new ArrayList<>(followed);
    further.add(own);
    DnsAnswer answer = addresses(target.host(), next, family, further);
    if (!answer.records().isEmpty()) {
      records.add(alias);
      records.addAll(answer.records());
    }
  }

  private DnsAnswer alias(String name, DnsQuestion question) {
    List<Target> targets = find(question);
    if (targets == null) {
      return DnsAnswer.NXDOMAIN;
    }
    if (targets.isEmpty() || !targets.get(0).isName()) {
      return DnsAnswer.NODATA;
    }
    Target first = targets.get(0);
    return DnsAnswer.of(List.of(new DnsRecord(name, "CNAME", first.host(), first.service())));
  }

  /** DNS-03, DNS-07: the weight is shared between all addresses by port, at least 1. */
  private DnsAnswer services(String name, DnsQuestion question) {
    List<Target> targets = find(question);
    if (targets == null) {
      return DnsAnswer.NXDOMAIN;
    }
    List<DnsRecord> records = new ArrayList<>(targets.size());
    Set<String> seen = new HashSet<>();
    for (Target target : targets) {
      if (target.port() <= 0 || target.isName()) {
        continue;
      }
      int weight = Math.max(1, 100 / targets.size());
      String data = "0 " + weight + " " + target.port() + " " + target.owner();
      if (seen.add(data)) {
        records.add(new DnsRecord(name, "SRV", data, target.service()));
      }
    }
    return DnsAnswer.of(records);
  }

  /** DNS-12: the only text is the version of the schema. */
  private DnsAnswer text(String name, String lower, DnsQuestion question) {
    if (lower.equals("dns-version." + domain)) {
      return DnsAnswer.of(List.of(new DnsRecord(name, "TXT", "1.1.0", null)));
    }
    return find(question) == null ? DnsAnswer.NXDOMAIN : DnsAnswer.NODATA;
  }

  private static int count(String text, char wanted) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == wanted) {
        count++;
      }
    }
    return count;
  }
}
