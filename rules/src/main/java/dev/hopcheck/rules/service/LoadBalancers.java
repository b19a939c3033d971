package dev.hopcheck.rules.service;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.resource.OtherResource;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;

/** What is known of those who give load balancers their addresses. */
final class LoadBalancers {
  private static final String[] ANNOTATIONS = {
    "load-balancer",
    "loadbalancer",
    "metallb",
    "kube-vip",
    "purelb",
    "lbipam",
    "l4-rbs",
    "tailscale"
  };

  private static final String[] GROUPS = {"metallb.io", "purelb.io", "kube-vip.io", "loxilb.io"};

  private LoadBalancers() {}

  /** Whether an annotation is addressed to a provider, so that the author knows of one. */
  static boolean isAnnotated(Service service) {
    for (String key : service.head().annotations().keys()) {
      for (String part : ANNOTATIONS) {
        if (key.contains(part)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether an implementation is in the unit: its settings, or its own workloads. */
  static boolean isImplemented(Inspection in) {
    return in.once(Implemented.class, cluster -> new Implemented(isImplemented(cluster))).any();
  }

  private record Implemented(boolean any) {}

  private static boolean isImplemented(Cluster cluster) {
    for (OtherResource other : cluster.all(OtherResource.class)) {
      String group = other.head().group();
      for (String known : GROUPS) {
        if (group.equals(known)) {
          return true;
        }
      }
      if (other.head().kind().equals("CiliumLoadBalancerIPPool")) {
        return true;
      }
    }
    for (PodSet pods : cluster.podSets()) {
      String name = pods.name();
      if (name.contains("metallb")
          || name.contains("kube-vip")
          || name.contains("cloud-controller-manager")) {
        return true;
      }
    }
    return false;
  }
}
