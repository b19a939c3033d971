package dev.hopcheck.cluster;

import dev.hopcheck.admission.Field;
import dev.hopcheck.resource.ConfigMap;
import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.Container.ContainerPort;
import dev.hopcheck.resource.EnvVar;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.LabelSelector;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Pod;
import dev.hopcheck.resource.PodSpec;
import dev.hopcheck.resource.Probe;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.ResourceHead;
import dev.hopcheck.resource.Secret;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.ServicePort;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Merges a patch into a resource as far as {@link PatchReach} says that it is followed: lists by
 * the keys that the server names for them, plain lists and values as a whole. What the patch says
 * keeps its place in the patch. Items of the patch come first, as kustomize has them.
 */
final class OverlayMerge {
  /** What a patch does with a list or map as a whole; merging needs no word. */
  private static final String DIRECTIVE = "$patch";

  private OverlayMerge() {}

  /** The resource with what the patch says of it. */
  static Resource merge(Resource base, Resource patch) {
    ResourceHead head = base.head();
    Resource merged =
        base.withHead(
            head.changed(
                null,
                head.name(),
                OverlayLabels.with(head.labels(), patch.head().labels()),
                OverlayLabels.with(head.annotations(), patch.head().annotations())));
    if (merged instanceof Workload workload && patch instanceof Workload change) {
      return workload.with(
          pick(workload.replicas(), change.replicas()),
          selector(workload.selector(), change.selector()),
          OverlayLabels.with(workload.templateLabels(), change.templateLabels()),
          OverlayLabels.with(workload.templateAnnotations(), change.templateAnnotations()),
          spec(workload.spec(), change.spec()));
    }
    if (merged instanceof Pod pod && patch instanceof Pod change) {
      return new Pod(pod.head(), spec(pod.spec(), change.spec()), pod.status());
    }
    if (merged instanceof Service service && patch instanceof Service change) {
      return service(service, change);
    }
    if (merged instanceof Ingress ingress && patch instanceof Ingress change) {
      return ingress(ingress, change);
    }
    if (merged instanceof ConfigMap map && patch instanceof ConfigMap change) {
      return new ConfigMap(map.head(), OverlayLabels.with(map.data(), change.data()));
    }
    if (merged instanceof Secret secret && patch instanceof Secret change) {
      return new Secret(
          secret.head(),
          change.type() == null ? secret.type() : change.type(),
          OverlayLabels.with(secret.data(), change.data()),
          OverlayLabels.with(secret.stringData(), change.stringData()));
    }
    return merged;
  }

  /** Rules and certificates are lists that are replaced as a whole. */
  private static Ingress ingress(Ingress base, Ingress patch) {
    return new Ingress(
        base.head(),
        patch.className() == null ? base.className() : patch.className(),
        patch.defaultBackend() == null ? base.defaultBackend() : patch.defaultBackend(),
        patch.rules().isEmpty() ? base.rules() : patch.rules(),
        patch.tls().isEmpty() ? base.tls() : patch.tls());
  }

  /** What the patch says, where it says it. */
  private static <T> Located<T> pick(Located<T> base, Located<T> patch) {
    return patch.written() ? patch : base;
  }

  private static LabelSelector selector(LabelSelector base, LabelSelector patch) {
    return patch.matchLabels().isEmpty()
        ? base
        : new LabelSelector(
            OverlayLabels.with(base.matchLabels(), patch.matchLabels()),
            base.expressions(),
            base.place(),
            true);
  }

  private static Service service(Service base, Service patch) {
    Field spec = patch.head().object().root().get("spec");
    List<ServicePort> ports = new ArrayList<>(base.ports());
    List<String> gone = new ArrayList<>(0);
    for (Field item : spec.get("ports").items()) {
      String directive = item.get(DIRECTIVE).text();
      if (directive.equals("replace")) {
        ports.clear();
      } else if (directive.equals("delete")) {
        gone.add(item.get("port").text());
      }
    }
    ports.removeIf(other -> gone.contains("" + other.port().value()));
    List<ServicePort> merged = new ArrayList<>(ports.size() + patch.ports().size());
    for (ServicePort port : patch.ports()) {
      if (gone.contains("" + port.port().value())) {
        continue;
      }
      int same = same(ports, port);
      merged.add(same < 0 ? port : port(ports.remove(same), port));
    }
    merged.addAll(ports);
    return base.with(
        pick(base.type(), patch.type()),
        patch.clusterIps().isEmpty() ? base.clusterIps() : patch.clusterIps(),
        merged,
        selector(base.selector(), patch.selector(), spec.get("selector").get(DIRECTIVE)),
        patch.externalName() == null ? base.externalName() : patch.externalName(),
        pick(base.publishNotReadyAddresses(), patch.publishNotReadyAddresses()));
  }

  private static Labels selector(Labels base, Labels patch, Field directive) {
    if (!directive.written()) {
      return OverlayLabels.with(base, patch);
    }
    Labels none = Labels.none(patch.at());
    return directive.text().equals("replace")
        ? OverlayLabels.with(none, patch.without(DIRECTIVE))
        : none;
  }

  private static int same(List<ServicePort> ports, ServicePort wanted) {
    for (int i = 0; i < ports.size(); i++) {
      ServicePort port = ports.get(i);
      boolean protocols =
          !wanted.protocol().written()
              || !port.protocol().written()
              || port.protocol().value().equals(wanted.protocol().value());
      if (protocols && port.port().value().equals(wanted.port().value())) {
        return i;
      }
    }
    return -1;
  }

  private static ServicePort port(ServicePort base, ServicePort patch) {
    return new ServicePort(
        base.place(),
        patch.name() == null ? base.name() : patch.name(),
        patch.port(),
        pick(base.protocol(), patch.protocol()),
        pick(base.targetPort(), patch.targetPort()),
        patch.nodePort() == null ? base.nodePort() : patch.nodePort(),
        patch.appProtocol() == null ? base.appProtocol() : patch.appProtocol());
  }

  static PodSpec spec(PodSpec base, PodSpec patch) {
    List<Container> containers = new ArrayList<>(base.containers());
    List<Container> merged = new ArrayList<>(containers.size() + patch.containers().size());
    for (Container container : patch.containers()) {
      if (container.place() instanceof Field written && written.get(DIRECTIVE).written()) {
        directed(containers, container, written.get(DIRECTIVE).text());
        continue;
      }
      int same = -1;
      for (int i = 0; i < containers.size(); i++) {
        boolean named = containers.get(i).name().value().equals(container.name().value());
        same = named ? i : same;
      }
      merged.add(same < 0 ? container : container(containers.remove(same), container));
    }
    merged.addAll(containers);
    List<PodSpec.Volume> volumes = new ArrayList<>();
    for (PodSpec.Volume volume : base.volumes()) {
      boolean replaced = false;
      for (PodSpec.Volume other : patch.volumes()) {
        replaced |= other.volume().equals(volume.volume());
      }
      if (!replaced) {
        volumes.add(volume);
      }
    }
    volumes.addAll(patch.volumes());
    return new PodSpec(
        base.place(),
        merged,
        patch.hostname() == null ? base.hostname() : patch.hostname(),
        patch.subdomain() == null ? base.subdomain() : patch.subdomain(),
        pick(base.hostNetwork(), patch.hostNetwork()),
        pick(base.dnsPolicy(), patch.dnsPolicy()),
        base.dnsConfig(),
        base.hostAliases(),
        base.nodeName(),
        OverlayLabels.with(base.nodeSelector(), patch.nodeSelector()),
        base.nodeAffinity(),
        base.readinessGates(),
        volumes);
  }

  /** Takes a container away, or puts another one in its place. */
  private static void directed(List<Container> containers, Container patch, String directive) {
    for (int i = 0; i < containers.size(); i++) {
      if (containers.get(i).name().value().equals(patch.name().value())) {
        if (directive.equals("delete")) {
          containers.remove(i);
        } else {
          containers.set(i, patch);
        }
        return;
      }
    }
  }

  /** The list as the words in the patch's list leave it: without all, or without what they name. */
  private static List<Field> directives(Container patch, String list) {
    List<Field> directives = new ArrayList<>(0);
    if (patch.place() instanceof Field written) {
      for (Field item : written.items(list)) {
        if (item.get(DIRECTIVE).written()) {
          directives.add(item);
        }
      }
    }
    return directives;
  }

  private static List<EnvVar> env(Container base, Container patch) {
    List<EnvVar> env = new ArrayList<>(base.env());
    List<String> gone = new ArrayList<>(0);
    for (Field item : directives(patch, "env")) {
      if (item.get(DIRECTIVE).text().equals("replace")) {
        env.clear();
      }
      gone.add(item.get("name").text());
    }
    env.removeIf(other -> gone.contains(other.name().value()));
    List<EnvVar> merged = new ArrayList<>(env.size() + patch.env().size());
    for (EnvVar variable : patch.env()) {
      if (gone.contains(variable.name().value())) {
        continue;
      }
      env.removeIf(other -> other.name().value().equals(variable.name().value()));
      merged.add(variable);
    }
    merged.addAll(env);
    return merged;
  }

  private static Container container(Container base, Container patch) {
    List<ContainerPort> ports = new ArrayList<>(base.ports());
    List<String> gone = new ArrayList<>(0);
    for (Field item : directives(patch, "ports")) {
      if (item.get(DIRECTIVE).text().equals("replace")) {
        ports.clear();
      }
      gone.add(item.get("containerPort").text());
    }
    ports.removeIf(other -> gone.contains("" + other.number().value()));
    for (ContainerPort port : patch.ports()) {
      if (gone.contains("" + port.number().value())) {
        continue;
      }
      ports.removeIf(
          other ->
              other.number().value().equals(port.number().value())
                  && other.protocol().value().equals(port.protocol().value()));
      ports.add(port);
    }
    return new Container(
        base.role(),
        base.place(),
        base.name(),
        patch.image() == null ? base.image() : patch.image(),
        ports,
        env(base, patch),
        patch.envFrom().isEmpty() ? base.envFrom() : patch.envFrom(),
        patch.command().isEmpty() ? base.command() : patch.command(),
        patch.args().isEmpty() ? base.args() : patch.args(),
        nulled(patch, "livenessProbe") ? null : probe(base.livenessProbe(), patch.livenessProbe()),
        nulled(patch, "readinessProbe")
            ? null
            : probe(base.readinessProbe(), patch.readinessProbe()),
        nulled(patch, "startupProbe") ? null : probe(base.startupProbe(), patch.startupProbe()));
  }

  /** Whether the patch takes a probe away, or the only way in which it asks. */
  private static boolean nulled(Container patch, String which) {
    YamlNode written = patch.place() instanceof Field field ? field.node() : null;
    YamlNode probe = written == null ? null : written.get(which);
    if (probe == null || probe.isNull()) {
      return probe != null;
    }
    boolean asks = false;
    boolean gone = false;
    for (String handler : List.of("httpGet", "tcpSocket", "grpc", "exec")) {
      YamlNode way = probe.get(handler);
      gone |= way != null && way.isNull();
      asks |= way != null && !way.isNull();
    }
    return gone && !asks;
  }

  /** Times and thresholds change no port. */
  private static @Nullable Probe probe(@Nullable Probe base, @Nullable Probe patch) {
    if (base == null || patch == null) {
      return patch == null ? base : patch;
    }
    if (patch.handler() == Probe.Handler.NONE) {
      return base;
    }
    boolean same = patch.handler() == base.handler();
    return new Probe(
        base.kind(),
        base.place(),
        patch.handler(),
        patch.port() == null && same ? base.port() : patch.port(),
        patch.host() == null && same ? base.host() : patch.host(),
        patch.scheme());
  }
}
