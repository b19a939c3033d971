package dev.hopcheck.rule;

import dev.hopcheck.cluster.ClientReference;
import dev.hopcheck.cluster.ClientReferences;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.network.Client;
import dev.hopcheck.network.ClusterFacts;
import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkPod;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.network.Resolution;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.Service;
import dev.hopcheck.source.Location;
import dev.hopcheck.trace.Flow;
import dev.hopcheck.trace.FlowTracer;
import dev.hopcheck.trace.Target;
import dev.hopcheck.trace.TracedFlow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What all rules share about one unit: the cluster, and what is simulated of it when a rule first
 * asks. One instance serves all threads.
 */
public final class UnitFacts {
  private final Cluster cluster;
  private final ClusterFacts facts;
  private final Map<Class<?>, Object> worked = new HashMap<>(0);
  private @Nullable Network network;
  private @Nullable Owners owners;
  private @Nullable List<TracedReference> references;
  private @Nullable Map<NetworkService, List<ClientReference>> clients;

  /** A unit in a cluster of which these things are known. */
  public UnitFacts(Cluster cluster, ClusterFacts facts) {
    this.cluster = cluster;
    this.facts = facts;
  }

  /**
   * A reference of a client with the flow that it makes.
   *
   * @param flow from the first pod of the client, or from one that is yet to come
   */
  public record TracedReference(ClientReference reference, TracedFlow flow) {}

  /** The snapshot of the unit. */
  public Cluster cluster() {
    return cluster;
  }

  /**
   * Steps that work out ahead what most rules ask for; they may run side by side. What fails here
   * fails again for the rule that asks.
   */
  public List<Runnable> ahead() {
    List<Runnable> steps = new ArrayList<>();
    steps.add(this::references);
    steps.addAll(cluster.ahead());
    return steps;
  }

  /** The first of all resources given in whose text the place lies; null where there is none. */
  synchronized @Nullable Resource ownerOf(Location place) {
    Owners known = owners;
    if (known == null) {
      known = new Owners(cluster.given());
      owners = known;
    }
    return known.of(place);
  }

  /** What the cluster makes of the unit. */
  public synchronized Network network() {
    Network known = network;
    if (known == null) {
      known = Network.of(cluster, facts);
      network = known;
    }
    return known;
  }

  /** What rules work out of a unit once for all of them, known by its type. */
  synchronized <T> T once(Class<T> type, Function<Cluster, T> maker) {
    Object known = worked.get(type);
    if (known == null) {
      known = maker.apply(cluster);
      worked.put(type, known);
    }
    return type.cast(known);
  }

  /** All hosts that pods are told to connect to, each followed to its end. */
  public synchronized List<TracedReference> references() {
    List<TracedReference> known = references;
    if (known == null) {
      known = trace(ClientReferences.of(cluster));
      references = known;
    }
    return known;
  }

  /** References of clients whose name is that of the Service, in order. */
  public synchronized List<ClientReference> clientsOf(Service service) {
    // Most units name no host at all; those need no network to know it.
    if (references().isEmpty()) {
      return List.of();
    }
    Map<NetworkService, List<ClientReference>> known = clients;
    if (known == null) {
      known = new HashMap<>();
      for (TracedReference traced : references()) {
        NetworkService named = named(traced);
        if (named != null) {
          known.computeIfAbsent(named, unused -> new ArrayList<>(2)).add(traced.reference());
        }
      }
      clients = known;
    }
    NetworkService wanted = network().service(service.namespace(), service.name());
    return wanted == null ? List.of() : known.getOrDefault(wanted, List.of());
  }

  /** The Service whose name is among those that the client asks. */
  private @Nullable NetworkService named(TracedReference traced) {
    for (Resolution.Candidate candidate : traced.flow().resolution().candidates()) {
      NetworkService service = network().dns().serviceOf(candidate.name());
      if (service != null) {
        return service;
      }
    }
    return null;
  }

  private List<TracedReference> trace(List<ClientReference> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    Network all = network();
    FlowTracer tracer = new FlowTracer(all);
    Map<PodSet, NetworkPod> first = new HashMap<>();
    for (NetworkPod pod : all.pods().values()) {
      first.putIfAbsent(pod.set(), pod);
    }
    List<TracedReference> traced = new ArrayList<>(found.size());
    for (ClientReference reference : found) {
      NetworkPod pod =
          first.computeIfAbsent(
              reference.client(), set -> NetworkPod.yetToCome(set, all.nodes().get(0)));
      // Without a port only the name is of interest; any number does for that.
      int port = reference.port() == 0 ? 1 : reference.port();
      TracedFlow flow =
          tracer.trace(
              new Flow(
                  new Client.InPod(pod),
                  reference.target(),
                  new Target.Host(reference.host(), port),
                  "TCP"));
      traced.add(new TracedReference(reference, flow));
    }
    return List.copyOf(traced);
  }
}
