package dev.hopcheck.trace;

import dev.hopcheck.cluster.NearMiss;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.cluster.Selected;
import dev.hopcheck.network.Network;
import dev.hopcheck.network.NetworkService;
import dev.hopcheck.network.Slice;
import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a port of a Service has no endpoint at all.
 *
 * @param text one clause
 * @param evidence the lines that make it so
 * @param fix the first thing to try; empty where nothing is known to help
 * @param later what would stop the flow next, once this is mended; may be empty
 * @param undecided whether a value that is filled in later decides if there is one; the text then
 *     says what is missing
 */
public record NoEndpoints(
    String text, List<Evidence> evidence, String fix, List<String> later, boolean undecided) {
  public NoEndpoints {
    evidence = List.copyOf(evidence);
    later = List.copyOf(later);
  }

  private NoEndpoints(String text, List<Evidence> evidence, String fix, List<String> later) {
    this(text, evidence, fix, later, false);
  }

  /** Looks for the reason; of meaning only where the port has no endpoint. */
  public static NoEndpoints of(Network network, NetworkService found, ServicePort port) {
    Service service = found.service();
    if (found.hasEndpoints()) {
      return portMissing(network, service, port);
    }
    if (service.selector().isEmpty()) {
      return new NoEndpoints(
          "no selector and no endpoints",
          List.of(new Evidence(service.selector().at(), "no selector")),
          "write a selector, or an EndpointSlice labelled `kubernetes.io/service-name: "
              + service.name()
              + "`",
          List.of());
    }
    List<Selected> selected = network.cluster().selectedBy(service);
    if (selected.isEmpty()) {
      return nothingSelected(network, service, port);
    }
    for (Selected one : selected) {
      if (one.certain()) {
        return nothingRuns(service, one.pods(), port);
      }
    }
    return maySelect(service, selected.get(0).pods());
  }

  private static NoEndpoints maySelect(Service service, PodSet pods) {
    return new NoEndpoints(
        "whether the selector matches " + pods.title(),
        List.of(
            new Evidence(service.selector().at(), "selector"),
            new Evidence(pods.labelsAt(), pods.title())),
        "",
        List.of(),
        true);
  }

  private static NoEndpoints portMissing(Network network, Service service, ServicePort port) {
    String target = port.targetPort().value().text();
    if (port.targetPort().unknown()) {
      return new NoEndpoints(
          "which port `" + target + "` stands for",
          List.of(Way.at(port.targetPort(), "target port " + target)),
          "",
          List.of(),
          true);
    }
    List<String> declared = new ArrayList<>();
    for (Selected selected : network.cluster().selectedBy(service)) {
      addPorts(selected.pods(), port.protocol().value(), declared);
    }
    return new NoEndpoints(
        "target port `" + target + "` is on no endpoint",
        List.of(Way.at(port.targetPort(), "target port " + target)),
        declared.isEmpty()
            ? "name a container port `" + target + "`, or use its number"
            : "the pods' ports are " + String.join(", ", declared),
        List.of());
  }

  private static NoEndpoints nothingSelected(Network network, Service service, ServicePort port) {
    NearMiss near = network.cluster().closest(service);
    List<Evidence> evidence = new ArrayList<>();
    if (near == null || !near.near()) {
      evidence.add(new Evidence(service.selector().at(), "selector"));
      return new NoEndpoints("the selector matches no pod", evidence, "", List.of());
    }
    String pods = near.pods().title();
    NearMiss.Difference first = near.differences().isEmpty() ? null : near.differences().get(0);
    if (first == null || near.kind() == NearMiss.Kind.OTHER_NAMESPACE) {
      evidence.add(new Evidence(service.selector().at(), "selector"));
      evidence.add(new Evidence(near.at(), pods));
      return new NoEndpoints(
          "the selector matches no pod; "
              + pods
              + " in namespace `"
              + near.pods().namespace()
              + "` has these labels",
          evidence,
          "a Service selects pods of its own namespace: move one of them",
          later(near.pods(), port));
    }
    String wanted = first.key() + ": " + first.wanted().value();
    evidence.add(Way.at(first.wanted(), wanted));
    evidence.add(new Evidence(near.at(), "closest: " + pods));
    Located<String> value = first.found();
    if (near.kind() == NearMiss.Kind.ON_WORKLOAD_ONLY) {
      return new NoEndpoints(
          "the selector matches no pod; " + pods + " has `" + wanted + "` itself, its pods do not",
          evidence,
          "write the label into the pod template of " + pods,
          later(near.pods(), port));
    }
    String has =
        value == null ? "" : (first.podKey() == null ? first.key() : first.podKey()) + ": ";
    return new NoEndpoints(
        "the selector matches no pod; "
            + pods
            + (value == null
                ? " lacks `" + wanted + "`"
                : " has `" + has + value.value() + "`, not `" + wanted + "`"),
        evidence,
        value == null
            ? "label the pods of " + pods + " `" + wanted + "`"
            : "change the selector's `" + wanted + "` to `" + has + value.value() + "`",
        later(near.pods(), port));
  }

  private static NoEndpoints nothingRuns(Service service, PodSet pods, ServicePort port) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence(service.selector().at(), "selector"));
    if (pods.scaledToZero()) {
      evidence.add(Way.at(pods.replicas(), "replicas: 0"));
      return new NoEndpoints(
          "the selector matches " + pods.title() + ", which has no replicas",
          evidence,
          "scale " + pods.title() + " up",
          later(pods, port));
    }
    evidence.add(new Evidence(pods.labelsAt(), pods.title()));
    return new NoEndpoints("the selector matches no running pod", evidence, "", later(pods, port));
  }

  /** A named target port that the pods do not have stops the flow next (EP-11). */
  private static List<String> later(PodSet pods, ServicePort port) {
    String target = port.targetPort().value().text();
    String protocol = port.protocol().value();
    if (!port.targetPort().value().named() || pods.spec().port(target, protocol) != null) {
      return List.of();
    }
    List<String> declared = new ArrayList<>();
    addPorts(pods, protocol, declared);
    return List.of(
        "target port `"
            + target
            + "` is on no container of "
            + pods.title()
            + (declared.isEmpty() ? "" : ", which has " + String.join(", ", declared)));
  }

  private static void addPorts(PodSet pods, String protocol, List<String> declared) {
    for (Container container : pods.spec().serving()) {
      for (Container.ContainerPort port : container.ports()) {
        String text =
            port.nameText().isEmpty()
                ? port.number().value().toString()
                : "`" + port.nameText() + "` (" + port.number().value() + ")";
        if (port.protocol().value().equals(protocol) && !declared.contains(text)) {
          declared.add(text);
        }
      }
    }
  }

  /** The same for any port of the Service; null where one has endpoints. */
  static @Nullable NoEndpoints ofAll(Network network, NetworkService found) {
    for (ServicePort port : found.service().ports()) {
      boolean served = false;
      for (Slice slice : found.slices()) {
        Slice.Port target = slice.port(port.nameText(), port.protocol().value());
        served |= target != null && !slice.endpoints().isEmpty();
      }
      if (served) {
        return null;
      }
    }
    return found.service().ports().isEmpty()
        ? null
        : of(network, found, found.service().ports().get(0));
  }
}
