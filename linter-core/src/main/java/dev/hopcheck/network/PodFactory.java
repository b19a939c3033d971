package dev.hopcheck.network;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Pod;
import dev.hopcheck.resource.PodSpec;
import dev.hopcheck.resource.PodStatus;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pods of a unit: names, places and addresses as controllers and the scheduler give them.
 */
final class PodFactory {
  /**
   * More pods of one workload than this are not told apart; no manifest of a real project has more.
   */
  private static final int MOST = 1000;

  private final ClusterFacts facts;
  private final Nodes nodes;
  private final AddressPlan plan;
  private int turn;

  PodFactory(ClusterFacts facts, Nodes nodes, AddressPlan plan) {
    this.facts = facts;
    this.nodes = nodes;
    this.plan = plan;
  }

  /** The pods of one set in order of their number. */
  List<NetworkPod> make(PodSet set) {
    List<NetworkPod> pods = new ArrayList<>();
    if (!set.pods().isEmpty()) {
      for (Pod pod : set.pods()) {
        pods.add(written(set, pod));
      }
      return pods;
    }
    Workload workload = set.workload();
    if (workload == null) {
      return pods;
    }
    switch (workload.type()) {
      case DAEMON_SET -> onEachNode(set, pods);
      case STATEFUL_SET -> inOrder(set, workload, pods);
      case JOB -> untilDone(set, workload, pods);
      case CRON_JOB -> {}
      case DEPLOYMENT, REPLICA_SET, REPLICATION_CONTROLLER, CUSTOM -> {
        for (int i = 0; i < count(set.replicas()); i++) {
          pods.add(made(set, set.name() + "-" + i, i, NetworkPod.State.RUNNING, null));
        }
      }
    }
    return pods;
  }

  private static int count(Located<Integer> replicas) {
    return !replicas.known() ? 1 : Math.max(0, Math.min(MOST, replicas.value()));
  }

  /** WL-02: one pod on each node that the node selector admits. */
  private void onEachNode(PodSet set, List<NetworkPod> pods) {
    int number = 0;
    for (NetworkNode node : nodes.all()) {
      if (fits(set.spec(), node)) {
        pods.add(made(set, set.name() + "-" + number, number, NetworkPod.State.RUNNING, node));
        number++;
      }
    }
  }

  /** STS-04: in order, the next pod is made only when the one before is ready. */
  private void inOrder(PodSet set, Workload workload, List<NetworkPod> pods) {
    boolean parallel = workload.stateful() != null && workload.stateful().parallel();
    int first = set.firstIndex();
    for (int i = first; i < first + count(set.replicas()); i++) {
      NetworkPod pod = made(set, set.name() + "-" + i, i, NetworkPod.State.RUNNING, null);
      pods.add(pod);
      if (!parallel && !pod.ready()) {
        return;
      }
    }
  }

  /**
   * WL-03: pods of a Job run to their end, unless the user places them on a node; one that is
   * suspended has none.
   */
  private void untilDone(PodSet set, Workload workload, List<NetworkPod> pods) {
    Workload.Run run = workload.job();
    if (run == null || run.suspended()) {
      return;
    }
    int wanted = run.completions() != null ? run.completions() : Math.min(1, run.parallelism());
    for (int i = 0; i < Math.min(MOST, wanted); i++) {
      String name = set.name() + "-" + i;
      boolean runs = placed(set.namespace(), name) != null;
      NetworkPod.State state = runs ? NetworkPod.State.RUNNING : NetworkPod.State.ENDED;
      pods.add(made(set, name, i, state, null));
    }
  }

  private NetworkPod made(
      PodSet set, String name, int number, NetworkPod.State state, @Nullable NetworkNode chosen) {
    PodSpec spec = set.spec();
    String namespace = set.namespace();
    NetworkNode node = chosen != null ? chosen : place(spec, namespace, name);
    boolean scheduled = node != null;
    Map<String, String> labels = set.labels(number);
    fromNode(labels, node);
    boolean running = scheduled && state != NetworkPod.State.PENDING;
    return new NetworkPod(
        set,
        namespace,
        name,
        spec,
        labels,
        running ? addresses(spec, node) : List.of(),
        node,
        running ? state : NetworkPod.State.PENDING,
        running && state == NetworkPod.State.RUNNING && spec.readinessGates().isEmpty(),
        false,
        false,
        hostname(set, name, number),
        subdomain(set),
        true);
  }

  private NetworkPod written(PodSet set, Pod pod) {
    PodSpec spec = pod.spec();
    String namespace = pod.namespace();
    PodStatus status = pod.status();
    var nodeName = spec.nodeName();
    boolean bound = nodeName != null && nodeName.known();
    NetworkNode node =
        nodeName != null && bound
            ? nodes.named(nodeName.value())
            : status == null ? place(spec, namespace, pod.name()) : placed(namespace, pod.name());
    boolean nodeMissing = bound && node == null && nodes.known();
    if (bound && node == null && !nodes.known()) {
      node = nodes.all().get(0);
    }
    Map<String, String> labels = new LinkedHashMap<>(pod.head().labels().plain());
    fromNode(labels, node);
    List<IpAddress> addresses;
    NetworkPod.State state;
    boolean ready;
    if (status == null) {
      boolean running = node != null || nodeMissing;
      addresses = running ? addresses(spec, node) : List.of();
      state = running ? NetworkPod.State.RUNNING : NetworkPod.State.PENDING;
      ready = running && spec.readinessGates().isEmpty();
    } else {
      addresses = statusAddresses(spec, status, node);
      state =
          status.ended()
              ? NetworkPod.State.ENDED
              : status.phase().equals("Pending")
                  ? NetworkPod.State.PENDING
                  : NetworkPod.State.RUNNING;
      ready = status.ready();
    }
    return new NetworkPod(
        set,
        namespace,
        pod.name(),
        spec,
        labels,
        addresses,
        node,
        state,
        ready,
        pod.head().deleted(),
        nodeMissing,
        spec.hostname() == null ? null : spec.hostname().value(),
        spec.subdomain() == null ? null : spec.subdomain().value(),
        status == null);
  }

  private List<IpAddress> statusAddresses(
      PodSpec spec, PodStatus status, @Nullable NetworkNode node) {
    List<IpAddress> addresses = new ArrayList<>(2);
    for (Located<String> text : status.podIps()) {
      IpAddress.parse(text.value()).ifPresent(addresses::add);
    }
    return addresses.isEmpty()
            && spec.hostNetwork().value()
            && node != null
            && status.hostIp() != null
        ? node.addresses()
        : addresses;
  }

  /** EP-06: a pod on its node's network has the node's address. */
  private List<IpAddress> addresses(PodSpec spec, @Nullable NetworkNode node) {
    if (spec.hostNetwork().value() && node != null) {
      return node.addresses();
    }
    List<IpAddress> addresses = new ArrayList<>(2);
    for (IpFamily family : facts.ipFamilies()) {
      addresses.add(plan.pod(family));
    }
    return addresses;
  }

  /** STS-01: a StatefulSet's pods have their name; WL-04: those of an indexed Job their number. */
  private static @Nullable String hostname(PodSet set, String name, int number) {
    Workload workload = set.workload();
    if (workload != null && workload.stateful() != null) {
      return name;
    }
    if (workload != null && workload.job() != null && workload.job().indexed()) {
      return set.name() + "-" + number;
    }
    Located<String> hostname = set.spec().hostname();
    return hostname == null ? null : hostname.value();
  }

  /** STS-01: the governing Service's name overrides the template's subdomain. */
  private static @Nullable String subdomain(PodSet set) {
    Workload workload = set.workload();
    if (workload != null && workload.stateful() != null) {
      Located<String> service = workload.stateful().serviceName();
      return service == null ? null : service.value();
    }
    Located<String> subdomain = set.spec().subdomain();
    return subdomain == null ? null : subdomain.value();
  }

  /** The node that the user names, else the next one that fits, in turn; null where none does. */
  private @Nullable NetworkNode place(PodSpec spec, String namespace, String name) {
    NetworkNode placed = placed(namespace, name);
    if (placed != null) {
      return placed;
    }
    if (spec.nodeName() != null && spec.nodeName().known()) {
      NetworkNode named = nodes.named(spec.nodeName().value());
      return named != null || nodes.known() ? named : nodes.all().get(0);
    }
    List<NetworkNode> all = nodes.all();
    for (int i = 0; i < all.size(); i++) {
      NetworkNode node = all.get((turn + i) % all.size());
      if (fits(spec, node)) {
        turn = (turn + i + 1) % all.size();
        return node;
      }
    }
    return null;
  }

  private @Nullable NetworkNode placed(String namespace, String name) {
    String node = facts.placement().get(namespace + "/" + name);
    return node == null ? null : nodes.named(node);
  }

  /** Whether node selector and affinity admit the node; a node that is not known they do. */
  private boolean fits(PodSpec spec, NetworkNode node) {
    if (!nodes.known()) {
      return true;
    }
    for (Labels.Pair pair : spec.nodeSelector().pairs()) {
      Located<String> wanted = pair.value();
      if (wanted.known() && !wanted.value().equals(node.labels().get(pair.key()))) {
        return false;
      }
    }
    return spec.nodeAffinity().admits(node.name(), node.labels());
  }

  /** Since 1.35 a pod gets the topology labels of its node. */
  private static void fromNode(Map<String, String> labels, @Nullable NetworkNode node) {
    if (node == null) {
      return;
    }
    for (String key : new String[] {NetworkNode.ZONE, NetworkNode.REGION}) {
      String value = node.labels().get(key);
      if (value != null) {
        labels.put(key, value);
      }
    }
  }
}
