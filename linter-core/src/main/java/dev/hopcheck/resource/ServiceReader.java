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
    Located<String> type = Read.string(spec.get("type"), "ClusterIP");
    return new Service(
        head,
        type,
        clusterIps(spec),
        ports(spec),
        selector(spec),
        Read.text(spec.get("externalName")),
        Read.flag(spec.get("publishNotReadyAddresses"), false),
        Read.string(spec.get("sessionAffinity"), "None"),
        Read.number(spec.get("sessionAffinityConfig", "clientIP", "timeoutSeconds")),
        Read.text(spec.get("externalTrafficPolicy")),
        Read.text(spec.get("internalTrafficPolicy")),
        Read.strings(spec.get("ipFamilies")),
        Read.text(spec.get("ipFamilyPolicy")),
        Read.strings(spec.get("externalIPs")),
        Read.text(spec.get("loadBalancerIP")),
        Read.text(spec.get("loadBalancerClass")),
        Read.strings(spec.get("loadBalancerSourceRanges")),
        Read.flag(spec.get("allocateLoadBalancerNodePorts"), true),
        Read.nonZero(spec.get("healthCheckNodePort")),
        Read.text(spec.get("trafficDistribution")),
        loadBalancer(root.get("status", "loadBalancer")));
  }

  private static List<Located<String>> clusterIps(Field spec) {
    List<Located<String>> several = Read.strings(spec.get("clusterIPs"));
    if (!several.isEmpty()) {
      return several;
    }
    Located<String> single = Read.text(spec.get("clusterIP"));
    return single == null ? List.of() : List.of(single);
  }

  /**
   * A selector with {@code matchLabels} cannot be decoded (SEL-06); it is read as if the pairs
   * stood there, so that nothing follows from it.
   */
  private static Labels selector(Field spec) {
    Field selector = spec.get("selector");
    Field nested = selector.get("matchLabels");
    return nested.size() > 0 ? Read.labels(nested) : Read.labels(selector);
  }

  private static List<ServicePort> ports(Field spec) {
    List<Field> items = spec.get("ports").items();
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
    Located<Integer> number = Read.number(item.get("port"));
    if (number == null) {
      return null;
    }
    Located<PortRef> target = Read.portRef(item.get("targetPort"));
    Field targetField = item.get("targetPort");
    return new ServicePort(
        item.path(),
        item.location(),
        Read.text(item.get("name")),
        number,
        Read.string(item.get("protocol"), "TCP"),
        target != null && target.written()
            ? target
            : new Located<>(
                new PortRef.Number(number.value()),
                targetField.path(),
                number.at(),
                false,
                number.unknown()),
        Read.nonZero(item.get("nodePort")),
        Read.text(item.get("appProtocol")));
  }

  private static List<Service.LoadBalancerAddress> loadBalancer(Field status) {
    List<Service.LoadBalancerAddress> addresses = new ArrayList<>();
    for (Field item : status.get("ingress").items()) {
      Located<String> mode = Read.string(item.get("ipMode"), "VIP");
      addresses.add(
          new Service.LoadBalancerAddress(
              Read.text(item.get("ip")), Read.text(item.get("hostname")), mode.value()));
    }
    return addresses;
  }
}
