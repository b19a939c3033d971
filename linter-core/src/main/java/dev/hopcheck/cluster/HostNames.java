package dev.hopcheck.cluster;

import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.value.NearNames;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names by which clients may mean something of a unit. */
final class HostNames {
  private final Set<String> namespaces;
  private final Set<String> names = new HashSet<>();
  private final Set<String> workloads = new HashSet<>();
  private final Set<String> governing = new HashSet<>();
  private final Set<String> declared = new HashSet<>();
  private @Nullable NearNames near;

  HostNames(Cluster cluster) {
    namespaces = cluster.namespaces();
    for (PodSet set : cluster.podSets()) {
      workloads.add(set.name());
      Workload workload = set.workload();
      if (workload != null
          && workload.stateful() != null
          && workload.stateful().serviceName() != null) {
        governing.add(workload.stateful().serviceName().value());
      }
      for (Container container : set.spec().containers()) {
        for (Container.ContainerPort port : container.ports()) {
          declared.add(set.name() + ":" + port.number().value());
        }
      }
    }
    for (Service service : cluster.all(Service.class)) {
      names.add(service.name());
      names.add(service.name() + "." + service.namespace());
    }
  }

  /** A host in lower case, without a final dot. */
  static String bare(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** {@code web.shop.svc}, or that with a domain behind. */
  static boolean isClusterName(String host) {
    return host.endsWith(".svc") || host.contains(".svc.") || host.endsWith(".cluster.local");
  }

  /** Whether a Service has that name, alone or with its namespace. */
  boolean isService(String host) {
    return names.contains(bare(host));
  }

  /** Whether a container of a workload with that name declares the port. */
  boolean declares(String host, int port) {
    return declared.contains(host + ":" + port);
  }

  /**
   * Whether a host is none of the cluster's: it has a dot, and what stands behind the first is
   * neither a namespace nor part of a cluster name.
   */
  boolean isElsewhere(String written) {
    String host = bare(written);
    int dot = host.indexOf('.');
    if (dot < 0 || isClusterName(host)) {
      return false;
    }
    int next = host.indexOf('.', dot + 1);
    String second = host.substring(dot + 1, next < 0 ? host.length() : next);
    return !namespaces.contains(host.substring(dot + 1))
        && !names.contains(host.substring(0, dot) + "." + second)
        && !isPodOf(host.substring(0, dot), second)
        && !isNearService(host);
  }

  /** Whether a host is {@code pod.service}, or that with more behind. */
  boolean isPodName(String host) {
    int dot = host.indexOf('.');
    if (dot < 0) {
      return false;
    }
    int next = host.indexOf('.', dot + 1);
    return isPodOf(
        host.substring(0, dot), host.substring(dot + 1, next < 0 ? host.length() : next));
  }

  /** {@code pod.service}, by the name of what makes the pods. */
  private boolean isPodOf(String pod, String service) {
    if (!names.contains(service) && !governing.contains(service)) {
      return false;
    }
    int hyphen = pod.lastIndexOf('-');
    return workloads.contains(pod) || (hyphen > 0 && workloads.contains(pod.substring(0, hyphen)));
  }

  /** Whether a Service has the name, alone or with its namespace, or one that is one edit away. */
  boolean isNearService(String host) {
    if (names.contains(host)) {
      return true;
    }
    if (host.length() <= 3) {
      return false;
    }
    NearNames known = near;
    if (known == null) {
      known = new NearNames(names);
      near = known;
    }
    return !known.near(host, 1).isEmpty();
  }
}
