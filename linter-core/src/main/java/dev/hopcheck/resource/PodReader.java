package dev.hopcheck.resource;

import dev.hopcheck.admission.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Pods, pod specs and Nodes. */
final class PodReader {
  private PodReader() {}

  static Pod pod(ResourceHead head, Field root) {
    return new Pod(head, spec(root.get("spec")), status(root.get("status")));
  }

  static Node node(ResourceHead head, Field root) {
    List<Located<String>> addresses = new ArrayList<>();
    for (Field item : root.get("status", "addresses").items()) {
      Located<String> address = Read.text(item, "address");
      if (address != null && item.get("type").text().equals("InternalIP")) {
        addresses.add(address);
      }
    }
    return new Node(head, addresses, readyCondition(root.get("status"), true));
  }

  static PodSpec spec(Field spec) {
    List<Container> containers = new ArrayList<>();
    for (Field item : spec.items("containers")) {
      containers.add(ContainerReader.read(item, Container.Role.REGULAR));
    }
    for (Field item : spec.items("initContainers")) {
      boolean stays = item.text("restartPolicy").equals("Always");
      containers.add(
          ContainerReader.read(item, stays ? Container.Role.SIDECAR : Container.Role.INIT));
    }
    return new PodSpec(
        spec,
        containers,
        Read.text(spec, "hostname"),
        Read.text(spec, "subdomain"),
        Read.flag(spec, "hostNetwork", false),
        Read.string(spec, "dnsPolicy", "ClusterFirst"),
        dnsConfig(spec.valued("dnsConfig")),
        hostAliases(spec.items("hostAliases")),
        Read.text(spec, "nodeName"),
        Read.labels(spec, "nodeSelector"),
        nodeAffinity(spec.valued("affinity")),
        readinessGates(spec.items("readinessGates")),
        VolumeReader.read(spec.items("volumes")));
  }

  private static NodeAffinity nodeAffinity(@Nullable Field affinity) {
    Field required =
        affinity == null
            ? null
            : affinity.get("nodeAffinity").valued("requiredDuringSchedulingIgnoredDuringExecution");
    if (required == null) {
      return NodeAffinity.NONE;
    }
    List<NodeAffinity.Term> terms = new ArrayList<>();
    for (Field term : required.get("nodeSelectorTerms").items()) {
      terms.add(
          new NodeAffinity.Term(
              requirements(term.get("matchExpressions")), requirements(term.get("matchFields"))));
    }
    return new NodeAffinity(terms);
  }

  private static List<NodeAffinity.Requirement> requirements(Field list) {
    List<NodeAffinity.Requirement> requirements = new ArrayList<>();
    for (Field item : list.items()) {
      List<String> values = new ArrayList<>();
      for (Field value : item.get("values").items()) {
        values.add(value.text());
      }
      requirements.add(
          new NodeAffinity.Requirement(
              item.get("key").text(), item.get("operator").text(), values));
    }
    return requirements;
  }

  private static PodSpec.@Nullable DnsConfig dnsConfig(@Nullable Field config) {
    if (config == null) {
      return null;
    }
    List<PodSpec.DnsConfig.Option> options = new ArrayList<>();
    for (Field item : config.get("options").items()) {
      Located<String> value = Read.text(item, "value");
      options.add(
          new PodSpec.DnsConfig.Option(
              item.get("name").text(), value == null ? null : value.value()));
    }
    return new PodSpec.DnsConfig(
        Read.strings(config, "nameservers"), Read.strings(config, "searches"), options);
  }

  private static List<PodSpec.HostAlias> hostAliases(List<Field> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    List<PodSpec.HostAlias> aliases = new ArrayList<>(items.size());
    for (Field item : items) {
      aliases.add(
          new PodSpec.HostAlias(Read.string(item, "ip", ""), Read.strings(item, "hostnames")));
    }
    return aliases;
  }

  private static List<Located<String>> readinessGates(List<Field> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    List<Located<String>> gates = new ArrayList<>(items.size());
    for (Field item : items) {
      gates.add(Read.string(item, "conditionType", ""));
    }
    return gates;
  }

  private static @Nullable PodStatus status(Field status) {
    if (status.size() == 0) {
      return null;
    }
    List<Located<String>> addresses = new ArrayList<>();
    for (Field item : status.get("podIPs").items()) {
      Located<String> address = Read.text(item, "ip");
      if (address != null) {
        addresses.add(address);
      }
    }
    Located<String> single = Read.text(status, "podIP");
    if (addresses.isEmpty() && single != null) {
      addresses.add(single);
    }
    return new PodStatus(
        status.get("phase").text(),
        addresses,
        Read.text(status, "hostIP"),
        readyCondition(status, false));
  }

  private static boolean readyCondition(Field status, boolean absent) {
    for (Field item : status.get("conditions").items()) {
      if (item.get("type").text().equals("Ready")) {
        return item.get("status").text().equals("True");
      }
    }
    return absent;
  }
}
