package dev.hopcheck.engine;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.network.Client;
import dev.hopcheck.network.Network;
import dev.hopcheck.network.Resolution;
import dev.hopcheck.query.FlowTarget;
import dev.hopcheck.query.QueryError;
import dev.hopcheck.query.Who;
import dev.hopcheck.query.WhoText;
import dev.hopcheck.trace.Flow;
import dev.hopcheck.trace.FlowTracer;
import dev.hopcheck.trace.TracedFlow;
import dev.hopcheck.value.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Questions of the command line about the units of a simulation.
 *
 * @param namespace of those who name none, unless their unit has but one; null for {@code default}
 * @param longest bytes of a text that says who asks
 */
public record Asking(Simulation simulation, @Nullable String namespace, int longest) {
  /**
   * Follows a flow from each client that the first text means.
   *
   * @param protocol {@code tcp}, {@code udp} or {@code sctp}; null where the target says it
   * @throws UsageException where a text means nothing, or several units are meant
   */
  public List<TracedFlow> trace(String from, String to, @Nullable String protocol)
      throws UsageException {
    Who who = who(from, false);
    String upper = protocol == null ? "" : protocol.toUpperCase(Locale.ROOT);
    if (!upper.isEmpty() && !List.of("TCP", "UDP", "SCTP").contains(upper)) {
      throw new UsageException("--protocol is tcp, udp or sctp, not `" + protocol + "`");
    }
    Parsed<FlowTarget> target = FlowTarget.read(to, upper, who instanceof Who.Outside);
    if (!target.isOk()) {
      throw new UsageException("--to: " + target.error());
    }
    Simulation.Clients clients = simulation.find(who, namespace);
    FlowTracer tracer = new FlowTracer(clients.unit().network());
    List<TracedFlow> traced = new ArrayList<>(clients.clients().size());
    for (Client client : clients.clients()) {
      traced.add(
          tracer.trace(new Flow(client, to, target.get().target(), target.get().protocol())));
    }
    return traced;
  }

  /**
   * Looks a name up as each client does that the text means; those who find the same count once.
   *
   * @param from a bare word means an ordinary pod of that namespace
   */
  public List<LookedUp> lookUp(String name, String from) throws UsageException {
    Who who = who(from, true);
    List<LookedUp> found = new ArrayList<>();
    if (who instanceof Who.InNamespace in) {
      Network network = unitWith(in.namespace());
      Resolution resolution = network.resolver().resolve(in.namespace(), name);
      found.add(lookedUp(network, "namespace " + in.namespace(), in.namespace(), resolution));
      return found;
    }
    Simulation.Clients clients = simulation.find(who, namespace);
    Network network = clients.unit().network();
    for (Client client : clients.clients()) {
      Resolution resolution = network.resolver().resolve(client, name);
      boolean known = false;
      for (LookedUp other : found) {
        known |= other.resolution().equals(resolution);
      }
      if (!known) {
        String in = client instanceof Client.InPod pod ? pod.pod().namespace() : "";
        found.add(lookedUp(network, client.title(), in, resolution));
      }
    }
    return found;
  }

  private static LookedUp lookedUp(
      Network network, String client, String in, Resolution resolution) {
    return new LookedUp(client, resolution, new FlowTracer(network).meant(in, resolution));
  }

  private Network unitWith(String in) throws UsageException {
    Network network = simulation.unitOf(in).network();
    if (!network.hasNamespace(in)) {
      Cluster cluster = network.cluster();
      throw new UsageException(
          "there is no namespace `"
              + in
              + "`; there are "
              + String.join(", ", cluster.namespaces()));
    }
    return network;
  }

  private Who who(String text, boolean namespaces) throws UsageException {
    WhoText read = WhoText.read(text, namespaces, longest);
    QueryError error = read.error();
    if (error != null || read.who() == null) {
      throw new UsageException(
          "--from, column "
              + (error == null ? 1 : error.at().column())
              + ": "
              + (error == null ? "nobody" : error.message()));
    }
    return read.who();
  }
}
