package dev.hopcheck.network;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.resource.PodSpec;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.IpFamily;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One pod with its place in the network: a written one, or one that a workload makes.
 *
 * @param set whose pod it is
 * @param name as written; {@code workload-0} and so on where the controller would choose a random
 *     one
 * @param spec what it is made of
 * @param labels as the pod has them, those that controllers add included
 * @param addresses those that it has; a pod on its node's network has the node's
 * @param node where it runs; null where it is not scheduled, or on a node that does not exist
 * @param state how far its life went
 * @param ready the Ready condition, or that nothing keeps a simulated pod from it
 * @param terminating whether it is being deleted
 * @param nodeMissing whether it is bound to a node that does not exist
 * @param hostname what endpoints call it (EP-14); null where it has none
 * @param subdomain the Service that gives it a name; null where it has none
 * @param simulatedAddresses whether the addresses are ours
 */
public record NetworkPod(
    PodSet set,
    String namespace,
    String name,
    PodSpec spec,
    Map<String, String> labels,
    List<IpAddress> addresses,
    @Nullable NetworkNode node,
    State state,
    boolean ready,
    boolean terminating,
    boolean nodeMissing,
    @Nullable String hostname,
    @Nullable String subdomain,
    boolean simulatedAddresses) {
  /** How far a pod's life went. */
  public enum State {
    /** Not started; it may have an address already. */
    PENDING,
    RUNNING,
    /** All containers have ended: never an endpoint (EP-01). */
    ENDED
  }

  public NetworkPod {
    addresses = List.copyOf(addresses);
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }

  /**
   * A pod that a set would make but has not made yet, such as that of a CronJob between two runs or
   * of a Deployment that is scaled to zero: good as a client, never an endpoint.
   */
  public static NetworkPod yetToCome(PodSet set, @Nullable NetworkNode node) {
    return new NetworkPod(
        set,
        set.namespace(),
        set.name() + "-0",
        set.spec(),
        set.labels(0),
        List.of(),
        node,
        State.PENDING,
        false,
        false,
        false,
        null,
        null,
        true);
  }

  /** {@code namespace/name}. */
  public String id() {
    return namespace + "/" + name;
  }

  /** Whether it uses its node's network (EP-06). */
  public boolean hostNetwork() {
    return spec.hostNetwork().value();
  }

  /** The address of a family; null where it has none. */
  public @Nullable IpAddress address(IpFamily family) {
    for (IpAddress address : addresses) {
      if (address.family() == family) {
        return address;
      }
    }
    return null;
  }
}
