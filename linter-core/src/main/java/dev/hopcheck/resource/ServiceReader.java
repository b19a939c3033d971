package dev.hopcheck.resource;

import dev.hopcheck.admission.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Services. */
final class ServiceReader {
  private ServiceReader() {}

  static Service read(ResourceHead head, Field root) {
    Field spec = root.get("spec");
    Located<String> type = Read.string(spec, "type", "ClusterIP");
    return new Service(
        head,
        type,
        clusterIps(spec),
        ports(spec),
        selector(spec),
        Read.text(spec, "externalName"),
        Read.flag(spec, "publishNotReadyAddresses", false),
        Read.string(spec, "sessionAffinity", "None"),
        timeout(spec),
        Read.text(spec, "externalTrafficPolicy"),
        Read.text(spec, "internalTrafficPolicy"),
        Read.strings(spec, "ipFamilies"),
        Read.text(spec, "ipFamilyPolicy"),
        Read.strings(spec, "externalIPs"),
        Read.text(spec, "loadBalancerIP"),
        Read.text(spec, "loadBalancerClass"),
        Read.strings(spec, "loadBalancerSourceRanges"),
        Read.flag(spec, "allocateLoadBalancerNodePorts", true),
        Read.nonZero(spec, "healthCheckNodePort"),
        Read.text(spec, "trafficDistribution"),
        loadBalancer(root));
  }

  private static @Nullable Located<Integer> timeout(Field spec) {
    Field config = spec.valued("sessionAffinityConfig");
    return config == null ? null : Read.number(config.get("clientIP"), "timeoutSeconds");
  }

  private static List<Located<String>> clusterIps(Field spec) {
    List<Located<String>> several = Read.strings(spec, "clusterIPs");
    if (!several.isEmpty()) {
      return several;
    }
    Located<String> single = Read.text(spec, "clusterIP");
    return single == null ? List.of() : List.of(single);
  }

  /**
   * A selector with {@code matchLabels} cannot be decoded (SEL-06); it is read as if the pairs
   * stood there, so that nothing follows from it.
   */
  private static Labels selector(Field spec) {
    Field selector = spec.valued("selector");
    Field nested = selector == null ? null : selector.valued("matchLabels");
    return nested != null && nested.size() > 0
        ? Read.labels(nested)
        : Read.labels(spec, "selector");
  }

  private static List<ServicePort> ports(Field spec) {
    List<Field> items = spec.items("ports");
    List<ServicePort> ports = new ArrayList<>(items.size());
    for (Field item : items) {
      ServicePort port = port(item);
      if (port != null) {
        ports.add(port);
      }
    }
    return ports;
  }

  private static @Nullable ServicePort port(Field item) {
    Located<Integer> number = Read.number(item, "port");
    if (number == null) {
      return null;
    }
    Located<PortRef> target = Read.portRef(item, "targetPort");
    return new ServicePort(
        item,
        Read.text(item, "name"),
        number,
        Read.string(item, "protocol", "TCP"),
        target != null && target.written()
            ? target
            : new Located<>(
                new PortRef.Number(number.value()),
                new Places.Derived(new Places.Member(item, "targetPort"), number.place()),
                false,
                number.unknown()),
        Read.nonZero(item, "nodePort"),
        Read.text(item, "appProtocol"));
  }

  private static List<Service.LoadBalancerAddress> loadBalancer(Field root) {
    Field status = root.valued("status");
    if (status == null) {
      return List.of();
    }
    List<Service.LoadBalancerAddress> addresses = new ArrayList<>();
    for (Field item : status.get("loadBalancer").items("ingress")) {
      Located<String> mode = Read.string(item, "ipMode", "VIP");
      addresses.add(
          new Service.LoadBalancerAddress(
              Read.text(item, "ip"), Read.text(item, "hostname"), mode.value()));
    }
    return addresses;
  }
}
