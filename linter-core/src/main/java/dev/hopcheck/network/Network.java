package dev.hopcheck.network;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.cluster.Selected;
import dev.hopcheck.resource.EndpointSlice;
import dev.hopcheck.resource.Endpoints;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Namespace;
import dev.hopcheck.resource.Service;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster makes of a unit: nodes, pods with addresses, Services with endpoints, and the DNS
 * zone. Simulated names and addresses are the same for the same unit, whatever the order of its
 * files.
 */
public final class Network {
  private static final int OUTSIDE = 100;

  private final Cluster cluster;
  private final ClusterFacts facts;
  private final Nodes nodes;
  private final Map<String, NetworkPod> pods;
  private final Map<String, NetworkService> services;
  private final DnsZone zone;
  private final Set<String> namespaces;
  private volatile @Nullable NetworkNames names;
  private @Nullable AddressBook addresses;

  private Network(
      Cluster cluster,
      ClusterFacts facts,
      Nodes nodes,
      Map<String, NetworkPod> pods,
      Map<String, NetworkService> services,
      DnsZone zone,
      Set<String> namespaces) {
    this.namespaces = namespaces;
    this.cluster = cluster;
    this.facts = facts;
    this.nodes = nodes;
    this.pods = Collections.unmodifiableMap(pods);
    this.services = Collections.unmodifiableMap(services);
    this.zone = zone;
  }

  /** Simulates the network of a unit. Cost is linear in pods, Services and endpoints. */
  public static Network of(Cluster cluster, ClusterFacts facts) {
    List<Service> sorted = new ArrayList<>(cluster.all(Service.class));
    sorted.sort(
        (a, b) ->
            a.namespace().equals(b.namespace())
                ? a.name().compareTo(b.name())
                : a.namespace().compareTo(b.namespace()));
    AddressPlan plan = new AddressPlan(written(cluster, sorted));
    Nodes nodes = Nodes.of(cluster, facts, plan);
    Map<PodSet, List<NetworkPod>> bySet = new HashMap<>();
    Map<String, NetworkPod> pods = new TreeMap<>();
    PodFactory factory = new PodFactory(facts, nodes, plan);
    for (PodSet set : sortedSets(cluster)) {
      List<NetworkPod> made = factory.make(set);
      bySet.put(set, made);
      for (NetworkPod pod : made) {
        pods.putIfAbsent(pod.id(), pod);
      }
    }
    Slices slices = new Slices(cluster, bySet, pods);
    Map<String, NetworkService> services = new LinkedHashMap<>();
    for (Service service : sorted) {
      List<IpFamily> families = ServiceFamilies.of(service, facts.ipFamilies());
      services.put(
          service.namespace() + "/" + service.name(),
          new NetworkService(
              service,
              families,
              clusterIps(service, families, plan),
              !hasWrittenIp(service),
              slices.of(service, families)));
    }
    for (NetworkService implied : Implied.services(facts, nodes)) {
      services.putIfAbsent(implied.id(), implied);
    }
    Set<String> namespaces = namespaces(cluster);
    DnsZone zone = new DnsZone(facts.domain(), services, namespaces);
    return new Network(cluster, facts, nodes, pods, services, zone, namespaces);
  }

  /** The unit. */
  public Cluster cluster() {
    return cluster;
  }

  /** What the manifests do not say. */
  public ClusterFacts facts() {
    return facts;
  }

  /** The nodes by name. */
  public List<NetworkNode> nodes() {
    return nodes.all();
  }

  /** Whether these are all nodes there are; otherwise there is one of our own. */
  public boolean nodesKnown() {
    return nodes.known();
  }

  /** The node of that name; null where there is none. */
  public @Nullable NetworkNode node(String name) {
    return nodes.named(name);
  }

  /** The pods by {@code namespace/name}, in that order. */
  public Map<String, NetworkPod> pods() {
    return pods;
  }

  /** The Services by {@code namespace/name}, in that order. */
  public Map<String, NetworkService> services() {
    return services;
  }

  /** The Service of that name; null where there is none. */
  public @Nullable NetworkService service(String namespace, String name) {
    return services.get(namespace + "/" + name);
  }

  /** Services and pods by what is nearly their names. */
  public NetworkNames names() {
    NetworkNames known = names;
    if (known == null) {
      known = new NetworkNames(this);
      names = known;
    }
    return known;
  }

  /** The cluster's DNS. */
  public DnsZone dns() {
    return zone;
  }

  /** Whether a namespace exists, as far as the unit says. */
  public boolean hasNamespace(String name) {
    return namespaces.contains(name);
  }

  /**
   * The IPv4 address of a host beside the nodes, which stands for all clients outside: the
   * hundredth of the first node's network. Null where nodes have no such address.
   */
  public @Nullable IpAddress outsideAddress() {
    IpAddress node = nodes.all().get(0).address(IpFamily.IPV4);
    return node == null ? null : IpAddress.ipv4((int) (node.low() & 0xFFFFFF00L) | OUTSIDE);
  }

  /** Resolves names as clients do. */
  public Resolver resolver() {
    return new Resolver(this);
  }

  /** Whose an address is. */
  public synchronized AddressBook addresses() {
    AddressBook book = addresses;
    if (book == null) {
      book = new AddressBook(this);
      addresses = book;
    }
    return book;
  }

  /** Those that something is in, those that are given, and those that every cluster has. */
  private static Set<String> namespaces(Cluster cluster) {
    Set<String> namespaces = new HashSet<>(cluster.namespaces());
    for (Namespace namespace : cluster.all(Namespace.class)) {
      namespaces.add(namespace.name());
    }
    Collections.addAll(namespaces, "default", "kube-system", "kube-public", "kube-node-lease");
    return namespaces;
  }

  private static List<PodSet> sortedSets(Cluster cluster) {
    List<PodSet> sets = new ArrayList<>(cluster.podSets());
    sets.sort(
        (a, b) -> {
          int byNamespace = a.namespace().compareTo(b.namespace());
          if (byNamespace != 0) {
            return byNamespace;
          }
          int byName = a.name().compareTo(b.name());
          return byName != 0 ? byName : a.title().compareTo(b.title());
        });
    return sets;
  }

  /** All addresses that manifests name, so that none of them is handed out. */
  private static Set<IpAddress> written(Cluster cluster, List<Service> services) {
    Set<IpAddress> taken = new HashSet<>();
    for (Service service : services) {
      add(service.clusterIps(), taken);
      add(service.externalIps(), taken);
    }
    for (PodSet set : cluster.podSets()) {
      set.pods()
          .forEach(
              pod -> {
                if (pod.status() != null) {
                  add(pod.status().podIps(), taken);
                }
              });
    }
    for (EndpointSlice slice : cluster.all(EndpointSlice.class)) {
      for (EndpointSlice.Endpoint endpoint : slice.endpoints()) {
        add(endpoint.addresses(), taken);
      }
    }
    for (Endpoints endpoints : cluster.all(Endpoints.class)) {
      for (Endpoints.Subset subset : endpoints.subsets()) {
        for (Endpoints.Address address : subset.addresses()) {
          add(List.of(address.ip()), taken);
        }
      }
    }
    return taken;
  }

  private static void add(List<Located<String>> texts, Set<IpAddress> taken) {
    for (Located<String> text : texts) {
      IpAddress.parse(text.value()).ifPresent(taken::add);
    }
  }

  private static boolean hasWrittenIp(Service service) {
    for (Located<String> ip : service.clusterIps()) {
      if (IpAddress.parse(ip.value()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static List<IpAddress> clusterIps(
      Service service, List<IpFamily> families, AddressPlan plan) {
    if (service.headless() || service.isExternalName()) {
      return List.of();
    }
    List<IpAddress> ips = new ArrayList<>(2);
    for (IpFamily family : families) {
      IpAddress given = null;
      for (Located<String> text : service.clusterIps()) {
        IpAddress address = IpAddress.parse(text.value()).orElse(null);
        if (address != null && address.family() == family) {
          given = address;
        }
      }
      ips.add(given != null ? given : plan.service(family));
    }
    return ips;
  }

  /** Finds what belongs to a Service. */
  private static final class Slices {
    private final Cluster cluster;
    private final Map<PodSet, List<NetworkPod>> pods;
    private final WrittenSlices written;
    private final Map<String, List<EndpointSlice>> slices = new HashMap<>();
    private final Map<String, Endpoints> endpoints = new HashMap<>();

    Slices(Cluster cluster, Map<PodSet, List<NetworkPod>> pods, Map<String, NetworkPod> podsById) {
      this.cluster = cluster;
      this.pods = pods;
      this.written = new WrittenSlices(podsById);
      for (EndpointSlice slice : cluster.all(EndpointSlice.class)) {
        if (slice.service() != null && !WrittenSlices.isControllers(slice)) {
          slices
              .computeIfAbsent(
                  slice.namespace() + "/" + slice.service().value(), key -> new ArrayList<>(1))
              .add(slice);
        }
      }
      for (Endpoints object : cluster.all(Endpoints.class)) {
        if (WrittenSlices.isMirrored(object)) {
          endpoints.put(object.namespace() + "/" + object.name(), object);
        }
      }
    }

    List<Slice> of(Service service, List<IpFamily> families) {
      String id = service.namespace() + "/" + service.name();
      List<Slice> found = new ArrayList<>();
      if (service.selectsPods()) {
        found.addAll(ControllerSlices.of(service, families, selected(service)));
      } else if (service.selector().isEmpty() && endpoints.containsKey(id)) {
        found.addAll(written.mirrored(endpoints.get(id)));
      }
      for (EndpointSlice slice : slices.getOrDefault(id, List.of())) {
        found.add(written.manual(slice));
      }
      return found;
    }

    /** SEL-01: each pod by its own labels, since those of one workload may differ. */
    private List<NetworkPod> selected(Service service) {
      List<NetworkPod> selected = new ArrayList<>();
      for (Selected set : cluster.selectedBy(service)) {
        for (NetworkPod pod : pods.getOrDefault(set.pods(), List.of())) {
          if (carries(pod.labels(), service.selector())) {
            selected.add(pod);
          }
        }
      }
      return selected;
    }

    private static boolean carries(Map<String, String> labels, Labels selector) {
      for (Labels.Pair pair : selector.pairs()) {
        if (!pair.value().value().equals(labels.get(pair.key()))) {
          return false;
        }
      }
      return true;
    }
  }
}
