package dev.hopcheck.rules.selector;

import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link Mixture} says of many pods, for all Services with one selector. */
final class Mixtures {
  private final List<PodSet> pods;
  private final Map<Integer, Optional<Mixture>> byPort = new HashMap<>();
  private @Nullable PodSet other;
  private boolean compared;

  Mixtures(List<PodSet> pods) {
    this.pods = List.copyOf(pods);
  }

  synchronized @Nullable Mixture of(Service service) {
    for (ServicePort port : service.ports()) {
      if (Mixture.isNumbered(port)) {
        int number = port.targetPort().value().asNumber();
        Optional<Mixture> known =
            byPort.computeIfAbsent(number, one -> Optional.ofNullable(Mixture.byPort(one, pods)));
        if (known.isPresent()) {
          return known.get();
        }
      }
    }
    return Mixture.of(service, pods, Mixture.allNamed(service) ? null : other(service));
  }

  private @Nullable PodSet other(Service service) {
    if (!compared) {
      other = Mixture.otherProgram(service, pods);
      compared = true;
    }
    return other;
  }
}
