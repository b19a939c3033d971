package dev.hopcheck.cluster;

import dev.hopcheck.cluster.PatchValue.Step;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation on a Service. */
final class ServiceOperation {
  private final PatchOperation operation;
  private final Service base;
  private final List<String> path;

  ServiceOperation(PatchOperation operation, Service base) {
    this.operation = operation;
    this.base = base;
    path = operation.path();
  }

  @Nullable Resource apply() {
    if (!operation.at("spec") || path.size() < 2) {
      return null;
    }
    switch (path.get(1)) {
      case "selector" -> {
        Labels selector =
            operation.pairs(base, base.selector(), 2, other -> ((Service) other).selector());
        return selector == null ? null : base.withSelector(selector);
      }
      case "ports" -> {
        List<ServicePort> ports =
            path.size() == 4 ? member() : operation.list(base.ports(), 2, this::given);
        return ports == null ? null : with(ports);
      }
      case "type", "clusterIP", "externalName", "publishNotReadyAddresses" -> {
        Resource change =
            path.size() == 2 ? operation.change(base, PatchOperation.steps(path)) : null;
        return change == null ? null : OverlayMerge.merge(base, change);
      }
      default -> {
        return null;
      }
    }
  }

  private Service with(List<ServicePort> ports) {
    return base.with(
        base.type(),
        base.clusterIps(),
        ports,
        base.selector(),
        base.externalName(),
        base.publishNotReadyAddresses());
  }

  private @Nullable List<ServicePort> given(boolean whole) {
    List<Step> steps = PatchOperation.steps(List.of("spec", "ports"));
    if (!whole) {
      steps.add(Step.item());
    }
    Resource change = operation.change(base, steps);
    return change == null ? null : ((Service) change).ports();
  }

  private @Nullable List<ServicePort> member() {
    int index = PatchOperation.index(path.get(2), base.ports().size());
    if (index < 0) {
      return null;
    }
    ServicePort old = base.ports().get(index);
    String member = path.get(3);
    if (operation.removes()) {
      boolean name = member.equals("name");
      boolean nodePort = member.equals("nodePort");
      return name || nodePort
          ? replaced(
              index,
              new ServicePort(
                  old.place(),
                  name ? null : old.name(),
                  old.port(),
                  old.protocol(),
                  old.targetPort(),
                  nodePort ? null : old.nodePort(),
                  old.appProtocol()))
          : null;
    }
    boolean number = member.equals("port");
    List<Step> steps = PatchOperation.steps(List.of("spec", "ports"));
    steps.add(number ? Step.item() : Step.item("port", "" + old.port().value()));
    steps.add(Step.key(member));
    Resource change = operation.change(base, steps);
    if (change == null || ((Service) change).ports().size() != 1) {
      return null;
    }
    ServicePort other = ((Service) change).ports().get(0);
    boolean follows = number && !old.targetPort().written();
    return replaced(
        index,
        new ServicePort(
            old.place(),
            member.equals("name") ? other.name() : old.name(),
            number ? other.port() : old.port(),
            member.equals("protocol") ? other.protocol() : old.protocol(),
            member.equals("targetPort") || follows ? other.targetPort() : old.targetPort(),
            member.equals("nodePort") ? other.nodePort() : old.nodePort(),
            member.equals("appProtocol") ? other.appProtocol() : old.appProtocol()));
  }

  private List<ServicePort> replaced(int index, ServicePort port) {
    List<ServicePort> ports = new ArrayList<>(base.ports());
    ports.set(index, port);
    return ports;
  }
}
