package dev.hopcheck.rules.statefulset;

import dev.hopcheck.cluster.ClientReference;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.UnitFacts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who connects to pods of a StatefulSet by their own names. */
final class PodNameClient {
  private PodNameClient() {}

  /** A client that is surely told such a name; null where none is. */
  static @Nullable ClientReference of(Workload set, String service, Inspection in) {
    for (UnitFacts.TracedReference traced : in.references()) {
      ClientReference reference = traced.reference();
      if (reference.strength() == ClientReference.Strength.STRONG
          && isPod(reference.host().toLowerCase(Locale.ROOT), set.name(), service)
          && isNamespace(reference, set)) {
        return reference;
      }
    }
    return null;
  }

  private static boolean isPod(String host, String set, String service) {
    int dot = host.indexOf('.');
    if (dot < 0 || !host.startsWith(set + "-")) {
      return false;
    }
    for (int i = set.length() + 1; i < dot; i++) {
      if (host.charAt(i) < '0' || host.charAt(i) > '9') {
        return false;
      }
    }
    String rest = host.substring(dot + 1);
    return dot > set.length() + 1 && (rest.equals(service) || rest.startsWith(service + "."));
  }

  /** The third label is the namespace; without one the client's own is meant. */
  private static boolean isNamespace(ClientReference reference, Workload set) {
    String[] labels = reference.host().split("\\.", -1);
    return labels.length < 3
        ? reference.client().namespace().equals(set.namespace())
        : labels[2].equals(set.namespace());
  }
}
