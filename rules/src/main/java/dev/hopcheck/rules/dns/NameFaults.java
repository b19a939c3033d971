package dev.hopcheck.rules.dns;

import dev.hopcheck.cluster.ClientReference;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkNames;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.network.Resolution;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.PodSpec;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.UnitFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Finds the one cause for which a client's host does not resolve. */
final class NameFaults {
  private final Network network;
  private final ClientReference reference;
  private final String host;
  private final List<String> labels;
  private final String own;

  private NameFaults(Network network, ClientReference reference) {
    this.network = network;
    this.reference = reference;
    String lower = reference.host().toLowerCase(Locale.ROOT);
    this.host = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    this.labels = split(host);
    this.own = reference.client().namespace();
  }

  /** Shows all hosts of clients that do not resolve for that one cause. */
  static void each(
      NameFault.Kind kind, Inspection in, BiConsumer<UnitFacts.TracedReference, NameFault> reader) {
    // Most units name no host: short runs need none of what follows.
    if (in.references().isEmpty()) {
      return;
    }
    for (Found found : in.once(All.class, cluster -> All.of(in)).found()) {
      if (found.fault().kind() == kind) {
        reader.accept(found.traced(), found.fault());
      }
    }
  }

  /**
   * Reports a cause that lies in the policy of a pod, once for each pod: at the first name that is
   * surely meant for the cluster, with the others beside it.
   */
  static void eachPod(
      NameFault.Kind kind,
      Inspection in,
      BiFunction<UnitFacts.TracedReference, NameFault, Draft> drafts) {
    Map<PodSet, Draft> first = new LinkedHashMap<>();
    each(
        kind,
        in,
        (traced, fault) -> {
          ClientReference reference = traced.reference();
          if (reference.strength() != ClientReference.Strength.STRONG) {
            return;
          }
          Draft known = first.get(reference.client());
          if (known == null) {
            first.put(reference.client(), drafts.apply(traced, fault));
          } else {
            known.related(reference.hostAt(), "nor does `" + reference.host() + "` resolve");
          }
        });
    for (Draft draft : first.values()) {
      draft.report();
    }
  }

  private record Found(UnitFacts.TracedReference traced, NameFault fault) {}

  /** The faults of a unit, for which each host is looked at once and not by each rule. */
  private record All(List<Found> found) {
    static All of(Inspection in) {
      List<Found> found = new ArrayList<>(0);
      for (UnitFacts.TracedReference traced : in.references()) {
        NameFault fault = NameFaults.of(traced, in.network());
        if (fault != null) {
          found.add(new Found(traced, fault));
        }
      }
      return new All(found);
    }
  }

  /**
   * The cause; null where the host resolves, or where only a fault of the Service itself hides it.
   */
  static @Nullable NameFault of(UnitFacts.TracedReference traced, Network network) {
    Resolution.Status status = traced.flow().resolution().status();
    if (status != Resolution.Status.NXDOMAIN && status != Resolution.Status.NODATA) {
      return null;
    }
    return new NameFaults(network, traced.reference()).cause();
  }

  private @Nullable NameFault cause() {
    NetworkService named = named();
    if (named != null) {
      return byPolicy(named);
    }
    if (labels.size() == 1) {
      return bare();
    }
    NameFault suffix = wrongSuffix();
    if (suffix != null) {
      return suffix;
    }
    NameFault pod = podName();
    return pod != null ? pod : unresolvable();
  }

  /** The Service that the name would lead to from a pod that asks the cluster's DNS. */
  private @Nullable NetworkService named() {
    String name = withoutDomain();
    List<String> parts = split(name);
    if (name.isEmpty() || parts.size() > 3) {
      return null;
    }
    if (parts.size() == 1) {
      return name.equals(host) ? network.service(own, name) : null;
    }
    boolean whole = parts.size() == 2 || parts.get(2).equals("svc");
    boolean written = name.equals(host) || parts.size() == 3;
    return whole && written ? network.service(parts.get(1), parts.get(0)) : null;
  }

  private String withoutDomain() {
    String domain = "." + network.facts().domain();
    return host.endsWith(domain) ? host.substring(0, host.length() - domain.length()) : host;
  }

  /**
   * The Service is there: either the pod does not ask the cluster's DNS, or the Service is at
   * fault.
   */
  private @Nullable NameFault byPolicy(NetworkService named) {
    PodSpec spec = reference.client().spec();
    String policy = spec.dnsPolicy().value();
    if (spec.hostNetwork().value() && policy.equals("ClusterFirst")) {
      return NameFault.of(NameFault.Kind.HOST_NETWORK, named, reference.host());
    }
    if (policy.equals("Default") || policy.equals("None")) {
      return NameFault.of(NameFault.Kind.DNS_POLICY, named, reference.host());
    }
    return null;
  }

  private NameFault bare() {
    NetworkService elsewhere = network.names().first(host);
    if (elsewhere != null) {
      return NameFault.of(
          NameFault.Kind.OTHER_NAMESPACE, elsewhere, host + "." + elsewhere.namespace());
    }
    NameFault pod = podName();
    return pod != null ? pod : unresolvable();
  }

  /** RES-06, DNS-13: the right labels in a wrong form. */
  private @Nullable NameFault wrongSuffix() {
    String first = labels.get(0);
    String second = labels.get(1);
    NetworkService straight = network.service(second, first);
    if (straight != null) {
      return suffix(straight);
    }
    NetworkService swapped = network.service(first, second);
    if (swapped != null) {
      return suffix(swapped);
    }
    if (second.equals("svc")) {
      NetworkService here = network.service(own, first);
      return here == null ? null : suffix(here);
    }
    return null;
  }

  private NameFault suffix(NetworkService service) {
    String full = service.name() + "." + service.namespace();
    boolean qualified = host.contains(".svc") || host.contains(network.facts().domain());
    return NameFault.of(
        NameFault.Kind.WRONG_SUFFIX,
        service,
        qualified ? full + ".svc." + network.facts().domain() : full);
  }

  /** STS-05, DNS-16: {@code pod.service}, or a pod's name alone. */
  private @Nullable NameFault podName() {
    String first = labels.get(0);
    String namespace = labels.size() > 2 ? labels.get(2) : own;
    NetworkService service = labels.size() > 1 ? network.service(namespace, labels.get(1)) : null;
    if (labels.size() > 1 && service == null) {
      return null;
    }
    int dash = first.lastIndexOf('-');
    List<PodSet> sets = new ArrayList<>(network.cluster().podSets(namespace, first));
    if (dash > 0) {
      sets.addAll(network.cluster().podSets(namespace, first.substring(0, dash)));
    }
    for (PodSet set : sets) {
      Workload workload = set.workload();
      boolean ordinal = isOrdinalOf(first, set.name());
      if (service != null && workload != null && workload.stateful() != null && ordinal) {
        return new NameFault(NameFault.Kind.ORDINAL, service, set, "");
      }
      boolean pod = workload == null ? first.equals(set.name()) : ordinal;
      if (pod && (service != null || workload == null)) {
        return new NameFault(NameFault.Kind.POD_NAME, front(set, service), set, "");
      }
    }
    return null;
  }

  private @Nullable NetworkService front(PodSet set, @Nullable NetworkService written) {
    if (written != null) {
      return written;
    }
    var services = network.cluster().servicesFor(set);
    return services.isEmpty()
        ? null
        : network.service(services.get(0).namespace(), services.get(0).name());
  }

  private static boolean isOrdinalOf(String pod, String set) {
    if (!pod.startsWith(set + "-") || pod.length() == set.length() + 1) {
      return false;
    }
    for (int i = set.length() + 1; i < pod.length(); i++) {
      if (pod.charAt(i) < '0' || pod.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private NameFault unresolvable() {
    String first = labels.get(0);
    String namespace = labels.size() > 1 ? labels.get(1) : own;
    if (!network.hasNamespace(namespace)) {
      NetworkService misspelt = inNamespaceLike(namespace, first);
      return NameFault.of(NameFault.Kind.UNRESOLVABLE, misspelt, better(misspelt));
    }
    if (labels.size() > 1 && isAnywhere(first)) {
      // Nothing of that namespace was given, so that nobody knows what is in it.
      return NameFault.of(NameFault.Kind.UNRESOLVABLE, null, "");
    }
    for (PodSet set : network.cluster().podSets(namespace, first)) {
      NetworkService service = front(set, null);
      return new NameFault(NameFault.Kind.UNRESOLVABLE, service, set, better(service));
    }
    NameFault member = withoutService(first, namespace);
    if (member != null) {
      return member;
    }
    NetworkService near = nearest(first, namespace);
    return NameFault.of(NameFault.Kind.UNRESOLVABLE, near, better(near));
  }

  /** STS-01: a pod of a StatefulSet, but the governing Service is missing in the name. */
  private @Nullable NameFault withoutService(String pod, String namespace) {
    int dash = pod.lastIndexOf('-');
    if (dash < 0) {
      return null;
    }
    for (PodSet set : network.cluster().podSets(namespace, pod.substring(0, dash))) {
      Workload workload = set.workload();
      Workload.Stateful stateful = workload == null ? null : workload.stateful();
      Located<String> name = stateful == null ? null : stateful.serviceName();
      if (name != null && isOrdinalOf(pod, set.name())) {
        NetworkService service = network.service(namespace, name.value());
        if (service != null) {
          return new NameFault(
              NameFault.Kind.UNRESOLVABLE, service, set, pod + "." + better(service));
        }
      }
    }
    return null;
  }

  /** The Service of that name in a namespace that is spelled almost so. */
  private @Nullable NetworkService inNamespaceLike(String namespace, String name) {
    int most = Math.min(2, namespace.length() / 3);
    for (String near : network.names().nearNamespaces(namespace, most)) {
      NetworkService service = network.service(near, name);
      if (service != null && service.service().head().writtenNamespace() != null) {
        return service;
      }
    }
    return null;
  }

  /** Whether a Service of the name is given without a namespace, so that it may go to any. */
  private boolean isAnywhere(String name) {
    return network.names().isAnywhere(name);
  }

  /** A Service one or two edits away; in the namespace that is meant, or anywhere. */
  private @Nullable NetworkService nearest(String name, String namespace) {
    int most = Math.min(2, name.length() / 3);
    for (int slips = 0; slips <= most; slips++) {
      NetworkService best = null;
      for (String near : network.names().nearServices(name, slips)) {
        best = first(best, network.service(namespace, near));
        if (labels.size() > 1) {
          best = first(best, network.names().first(near));
        }
      }
      if (best != null) {
        return best;
      }
    }
    return null;
  }

  private static @Nullable NetworkService first(
      @Nullable NetworkService left, @Nullable NetworkService right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    return NetworkNames.byId(left, right) <= 0 ? left : right;
  }

  /** The right name in the form that was written. */
  private String better(@Nullable NetworkService service) {
    if (service == null) {
      return "";
    }
    if (labels.size() == 1) {
      return service.namespace().equals(own)
          ? service.name()
          : service.name() + "." + service.namespace();
    }
    StringBuilder name = new StringBuilder();
    name.append(service.name()).append('.').append(service.namespace());
    for (int i = 2; i < labels.size(); i++) {
      name.append('.').append(labels.get(i));
    }
    return name.toString();
  }

  private static List<String> split(String name) {
    List<String> labels = new ArrayList<>(5);
    int start = 0;
    while (true) {
      int dot = name.indexOf('.', start);
      if (dot < 0) {
        labels.add(name.substring(start));
        return labels;
      }
      labels.add(name.substring(start, dot));
      start = dot + 1;
    }
  }
}
