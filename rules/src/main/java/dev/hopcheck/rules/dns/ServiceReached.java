package dev.hopcheck.rules.dns;

import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.rule.UnitFacts;
import dev.hopcheck.trace.Disposition;
import dev.hopcheck.trace.TracedFlow;
import org.jspecify.annotations.Nullable;

/** Which Service a client's host leads to. */
final class ServiceReached {
  private ServiceReached() {}

  /** The Service that is reached and has not the client's port; null where it is none of that. */
  static @Nullable NetworkService without(UnitFacts.TracedReference traced, Network network) {
    TracedFlow flow = traced.flow();
    if (traced.reference().port() == 0
        || flow.traces().get(0).disposition() != Disposition.NO_SUCH_PORT) {
      return null;
    }
    String canonical = flow.resolution().canonical();
    return network.dns().serviceOf(canonical == null ? flow.resolution().name() : canonical);
  }

  /** Whether an ExternalName Service lies between. */
  static boolean byAlias(UnitFacts.TracedReference traced) {
    return traced.flow().resolution().canonical() != null;
  }

  /**
   * Whether the Service has the number with any protocol: then only the protocol is in question.
   */
  static boolean hasNumber(NetworkService service, int number) {
    for (ServicePort port : service.service().ports()) {
      if (port.port().value() == number) {
        return true;
      }
    }
    return false;
  }
}
