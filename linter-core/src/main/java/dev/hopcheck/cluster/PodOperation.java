package dev.hopcheck.cluster;

import dev.hopcheck.cluster.PatchValue.Step;
import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.Container.ContainerPort;
import dev.hopcheck.resource.Container.Role;
import dev.hopcheck.resource.EnvVar;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Pod;
import dev.hopcheck.resource.PodSpec;
import dev.hopcheck.resource.Probe;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An operation below the spec of a pod, or of a workload's template. */
final class PodOperation {
  private static final Set<String> HANDLERS = Set.of("httpGet", "tcpSocket", "grpc", "exec");

  private final PatchOperation operation;
  private final Resource base;
  private final List<String> path;
  private final int depth;

  /**
   * @param depth length of the path to the spec
   */
  PodOperation(PatchOperation operation, Resource base, int depth) {
    this.operation = operation;
    this.base = base;
    path = operation.path();
    this.depth = depth;
  }

  @Nullable Resource workload(Workload workload) {
    PodSpec changed = changed(workload.spec());
    return changed == null
        ? null
        : workload.with(
            workload.replicas(),
            workload.selector(),
            workload.templateLabels(),
            workload.templateAnnotations(),
            changed);
  }

  @Nullable Resource pod(Pod pod) {
    PodSpec changed = changed(pod.spec());
    return changed == null ? null : new Pod(pod.head(), changed, pod.status());
  }

  private @Nullable PodSpec changed(PodSpec from) {
    if (path.size() <= depth) {
      return null;
    }
    switch (path.get(depth)) {
      case "containers", "initContainers" -> {
        List<Container> all = containers(from, path.get(depth).equals("initContainers"));
        return all == null ? null : from.with(all, from.volumes());
      }
      case "nodeSelector" -> {
        Labels labels =
            operation.pairs(
                base, from.nodeSelector(), depth + 1, other -> spec(other).nodeSelector());
        return labels == null ? null : from.with(from.hostname(), from.subdomain(), labels);
      }
      case "hostname", "subdomain", "hostNetwork", "dnsPolicy" -> {
        return scalar(from, path.get(depth));
      }
      case "volumes" -> {
        return volumes(from);
      }
      default -> {
        return null;
      }
    }
  }

  private @Nullable PodSpec scalar(PodSpec from, String member) {
    if (path.size() != depth + 1) {
      return null;
    }
    if (operation.removes()) {
      return switch (member) {
        case "hostname" -> from.with(null, from.subdomain(), from.nodeSelector());
        case "subdomain" -> from.with(from.hostname(), null, from.nodeSelector());
        default -> null;
      };
    }
    Resource change = operation.change(base, PatchOperation.steps(path));
    return change == null ? null : OverlayMerge.spec(from, spec(change));
  }

  /**
   * Of volumes only those of ConfigMaps and Secrets are kept, so that numbers do not lead there.
   */
  private @Nullable PodSpec volumes(PodSpec from) {
    boolean whole = path.size() == depth + 1;
    boolean adds = path.size() == depth + 2 && operation.what().equals("add");
    if (operation.removes() || (!whole && !adds)) {
      return null;
    }
    List<Step> steps = PatchOperation.steps(path.subList(0, depth + 1));
    if (!whole) {
      steps.add(Step.item());
    }
    Resource change = operation.change(base, steps);
    if (change == null) {
      return null;
    }
    List<PodSpec.Volume> volumes = new ArrayList<>(whole ? List.of() : from.volumes());
    volumes.addAll(spec(change).volumes());
    return from.with(from.containers(), volumes);
  }

  private @Nullable List<Container> containers(PodSpec from, boolean init) {
    List<Container> own = new ArrayList<>();
    List<Container> others = new ArrayList<>();
    for (Container container : from.containers()) {
      (init == (container.role() != Role.REGULAR) ? own : others).add(container);
    }
    List<Container> changed;
    if (path.size() <= depth + 2) {
      changed = operation.list(own, depth + 1, whole -> given(whole));
    } else {
      int index = PatchOperation.index(path.get(depth + 1), own.size());
      Container container = index < 0 ? null : changed(own.get(index));
      if (container == null) {
        return null;
      }
      changed = own;
      changed.set(index, container);
    }
    if (changed == null) {
      return null;
    }
    List<Container> all = new ArrayList<>(init ? others : changed);
    all.addAll(init ? changed : others);
    return all;
  }

  private @Nullable List<Container> given(boolean whole) {
    List<Step> steps = PatchOperation.steps(path.subList(0, depth + 1));
    if (!whole) {
      steps.add(Step.item());
    }
    Resource change = operation.change(base, steps);
    return change == null ? null : spec(change).containers();
  }

  private @Nullable Container changed(Container container) {
    int at = depth + 3;
    List<ContainerPort> ports = container.ports();
    List<EnvVar> env = container.env();
    List<Container.EnvSource> sources = container.envFrom();
    List<Located<String>> command = container.command();
    List<Located<String>> args = container.args();
    switch (path.get(depth + 2)) {
      case "ports" -> {
        ports =
            path.size() == at + 2
                ? port(container)
                : operation.list(ports, at, items(container, Container::ports));
      }
      case "env" -> {
        env =
            path.size() == at + 2
                ? variable(container)
                : operation.list(env, at, items(container, Container::env));
      }
      case "envFrom" -> sources = operation.list(sources, at, items(container, Container::envFrom));
      case "command" -> command = operation.list(command, at, items(container, Container::command));
      case "args" -> args = operation.list(args, at, items(container, Container::args));
      case "livenessProbe", "readinessProbe", "startupProbe" -> {
        return probed(container, path.get(depth + 2));
      }
      default -> {
        return null;
      }
    }
    if (ports == null || env == null || sources == null || command == null || args == null) {
      return null;
    }
    return new Container(
        container.role(),
        container.place(),
        container.name(),
        container.image(),
        ports,
        env,
        sources,
        command,
        args,
        container.livenessProbe(),
        container.readinessProbe(),
        container.startupProbe());
  }

  /** Reads the value in a container of the same name. */
  private @Nullable Container in(Container container, List<Step> rest) {
    List<Step> steps = PatchOperation.steps(path.subList(0, depth + 1));
    steps.add(Step.item("name", container.name().value()));
    steps.addAll(rest);
    Resource change = operation.change(base, steps);
    return change == null || spec(change).containers().size() != 1
        ? null
        : spec(change).containers().get(0);
  }

  private <T> Function<Boolean, @Nullable List<T>> items(
      Container container, Function<Container, List<T>> of) {
    return whole -> {
      List<Step> rest = PatchOperation.steps(path.subList(depth + 2, depth + 3));
      if (!whole) {
        rest.add(Step.item());
      }
      Container change = in(container, rest);
      return change == null ? null : of.apply(change);
    };
  }

  private @Nullable List<ContainerPort> port(Container container) {
    int index = PatchOperation.index(path.get(depth + 3), container.ports().size());
    if (index < 0) {
      return null;
    }
    ContainerPort old = container.ports().get(index);
    String member = path.get(depth + 4);
    List<Step> rest = PatchOperation.steps(List.of("ports"));
    boolean number = member.equals("containerPort");
    rest.add(number ? Step.item() : Step.item("containerPort", "" + old.number().value()));
    rest.add(Step.key(member));
    Container change = operation.removes() ? null : in(container, rest);
    ContainerPort other =
        change == null || change.ports().size() != 1 ? null : change.ports().get(0);
    if (other == null) {
      return null;
    }
    List<ContainerPort> ports = new ArrayList<>(container.ports());
    ports.set(
        index,
        new ContainerPort(
            old.place(),
            member.equals("name") ? other.name() : old.name(),
            number ? other.number() : old.number(),
            member.equals("protocol") ? other.protocol() : old.protocol(),
            member.equals("hostPort") ? other.hostPort() : old.hostPort(),
            member.equals("hostIP") ? other.hostIp() : old.hostIp()));
    return ports;
  }

  private @Nullable List<EnvVar> variable(Container container) {
    int index = PatchOperation.index(path.get(depth + 3), container.env().size());
    String member = path.get(depth + 4);
    if (index < 0 || !(member.equals("value") || member.equals("valueFrom"))) {
      return null;
    }
    List<Step> rest = PatchOperation.steps(List.of("env"));
    rest.add(Step.item("name", container.env().get(index).name().value()));
    rest.add(Step.key(member));
    Container change = operation.removes() ? null : in(container, rest);
    if (change == null || change.env().size() != 1) {
      return null;
    }
    List<EnvVar> env = new ArrayList<>(container.env());
    env.set(index, new EnvVar(env.get(index).name(), change.env().get(0).source()));
    return env;
  }

  private @Nullable Container probed(Container container, String which) {
    Probe old = probe(container, which);
    if (path.size() == depth + 3 && operation.removes()) {
      return with(container, which, null);
    }
    if (path.size() > depth + 3 && !HANDLERS.contains(path.get(depth + 3))) {
      return container; // times and thresholds change no port
    }
    Container change =
        operation.removes()
            ? null
            : in(container, PatchOperation.steps(path.subList(depth + 2, path.size())));
    Probe other = change == null ? null : probe(change, which);
    if (other == null) {
      return null;
    }
    if (path.size() == depth + 3) {
      return with(container, which, other);
    }
    if (old == null || path.size() < depth + 5 || old.handler() != other.handler()) {
      return null;
    }
    String member = path.get(depth + 4);
    return with(
        container,
        which,
        new Probe(
            old.kind(),
            old.place(),
            old.handler(),
            member.equals("port") ? other.port() : old.port(),
            member.equals("host") ? other.host() : old.host(),
            member.equals("scheme") ? other.scheme() : old.scheme()));
  }

  private static @Nullable Probe probe(Container container, String which) {
    return switch (which) {
      case "livenessProbe" -> container.livenessProbe();
      case "readinessProbe" -> container.readinessProbe();
      default -> container.startupProbe();
    };
  }

  private static Container with(Container container, String which, @Nullable Probe probe) {
    return new Container(
        container.role(),
        container.place(),
        container.name(),
        container.image(),
        container.ports(),
        container.env(),
        container.envFrom(),
        container.command(),
        container.args(),
        which.equals("livenessProbe") ? probe : container.livenessProbe(),
        which.equals("readinessProbe") ? probe : container.readinessProbe(),
        which.equals("startupProbe") ? probe : container.startupProbe());
  }

  private static PodSpec spec(Resource resource) {
    if (resource instanceof Workload workload) {
      return workload.spec();
    }
    if (resource instanceof Pod pod) {
      return pod.spec();
    }
    throw new IllegalArgumentException("neither a pod nor a workload");
  }
}
