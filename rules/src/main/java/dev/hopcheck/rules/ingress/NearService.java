package dev.hopcheck.rules.ingress;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Service;
import dev.hopcheck.value.EditDistance;
import dev.hopcheck.value.Nearest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the Service that a backend which names none was probably meant for. */
final class NearService {
  private static final String[] ENDINGS = {
    "-service", "-svc", "service", "svc", "-headless", "-lb"
  };

  private NearService() {}

  /** A Service of that very name in another namespace; null where there is none. */
  static @Nullable Service elsewhere(String name, Ingress ingress, Cluster cluster) {
    for (Service service : cluster.servicesNamed(name)) {
      if (!service.namespace().equals(ingress.namespace())) {
        return service;
      }
    }
    return null;
  }

  /**
   * A Service of the same namespace that is a slip away and that no Ingress leads to; null where
   * there is none. Names that differ in a number only are of different things.
   */
  static @Nullable Service alike(String name, Ingress ingress, Cluster cluster) {
    Service sameStem = sameStem(name, ingress.namespace(), cluster);
    if (sameStem != null) {
      return sameStem;
    }
    String stem = withoutDigits(name);
    for (int slips = 1; slips <= 2; slips++) {
      List<String> names = new ArrayList<>();
      for (String other : cluster.serviceNames(ingress.namespace()).near(name, slips)) {
        boolean slip = name.length() >= 4 && slips == 1;
        if (cluster.backendsTo(ingress.namespace(), other).isEmpty()
            && !withoutDigits(other).equals(stem)
            && (slip || EditDistance.isNearMiss(name, other))) {
          names.add(other);
        }
      }
      String near = Nearest.of(name, names).orElse("");
      if (!near.isEmpty()) {
        return cluster.service(ingress.namespace(), near);
      }
    }
    return null;
  }

  /** Whether no Ingress leads to the other, and it is not only another number of the same. */
  private static boolean isMeant(String name, String other, String namespace, Cluster cluster) {
    return cluster.backendsTo(namespace, other).isEmpty()
        && !withoutDigits(name).equals(withoutDigits(other));
  }

  private static @Nullable Service sameStem(String name, String namespace, Cluster cluster) {
    String stem = stem(name);
    for (int i = -1; i < ENDINGS.length; i++) {
      String other = i < 0 ? stem : stem + ENDINGS[i];
      Service service = cluster.service(namespace, other);
      if (service != null && stem(other).equals(stem) && isMeant(name, other, namespace, cluster)) {
        return service;
      }
    }
    return null;
  }

  private static String stem(String name) {
    for (String ending : ENDINGS) {
      if (name.endsWith(ending) && name.length() > ending.length()) {
        return name.substring(0, name.length() - ending.length());
      }
    }
    return name;
  }

  private static String withoutDigits(String name) {
    StringBuilder rest = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (!Character.isDigit(name.charAt(i))) {
        rest.append(name.charAt(i));
      }
    }
    return rest.toString();
  }
}
