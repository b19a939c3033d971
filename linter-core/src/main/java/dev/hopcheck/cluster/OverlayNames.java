package dev.hopcheck.cluster;

import dev.hopcheck.resource.Autoscaler;
import dev.hopcheck.resource.ConfigMap;
import dev.hopcheck.resource.Container;
import dev.hopcheck.resource.EnvVar;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Pod;
import dev.hopcheck.resource.PodSpec;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.Secret;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.Workload;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes references follow what kustomizations rename; those that kustomize knows, no others. */
final class OverlayNames {
  /** What something refers to. */
  private enum Kind {
    SERVICE,
    CONFIG_MAP,
    SECRET,
    SCALED
  }

  private final Map<Kind, List<Seen>> renamed = new EnumMap<>(Kind.class);

  private OverlayNames() {}

  static void follow(List<Seen> all) {
    OverlayNames names = new OverlayNames();
    boolean any = false;
    for (Seen seen : all) {
      any |= seen.renamed();
    }
    if (!any) {
      return;
    }
    for (Seen seen : all) {
      Kind kind = kind(seen.resource());
      if (kind != null) {
        names.renamed.computeIfAbsent(kind, unused -> new ArrayList<>()).add(seen);
      }
    }
    for (Seen seen : all) {
      Resource resource = seen.resource();
      if (resource instanceof Workload workload && workload.type() != Workload.Type.CUSTOM) {
        seen.become(names.of(workload, seen));
      } else if (resource instanceof Pod pod) {
        seen.become(new Pod(pod.head(), names.of(pod.spec(), seen), pod.status()));
      } else if (resource instanceof Ingress ingress) {
        seen.become(names.of(ingress, seen));
      } else if (resource instanceof Autoscaler scaler
          && scaler.targetName() != null
          && !scaler.custom()
          && scaler.head().group().equals("autoscaling")) {
        seen.become(
            new Autoscaler(
                scaler.head(),
                scaler.targetKind(),
                names.of(Kind.SCALED, scaler.targetKind(), scaler.targetName(), seen),
                scaler.minReplicas(),
                scaler.maxReplicas()));
      }
    }
  }

  private static @Nullable Kind kind(Resource resource) {
    if (resource instanceof Service) {
      return Kind.SERVICE;
    }
    if (resource instanceof ConfigMap) {
      return Kind.CONFIG_MAP;
    }
    if (resource instanceof Secret) {
      return Kind.SECRET;
    }
    return resource instanceof Workload ? Kind.SCALED : null;
  }

  private Located<String> of(Kind kind, Located<String> reference, Seen from) {
    return of(kind, "", reference, from);
  }

  /** Of several that had the name, the one that came the same way is meant. */
  private Located<String> of(Kind kind, String word, Located<String> reference, Seen from) {
    Seen best = null;
    boolean several = false;
    for (Seen other : renamed.getOrDefault(kind, List.of())) {
      boolean fits =
          other.isNamed(reference.value())
              && other.resource().namespace().equals(from.resource().namespace())
              && (word.isEmpty() || other.resource().head().kind().equals(word));
      if (!fits) {
        continue;
      }
      int nearer = best == null ? 1 : other.shared(from) - best.shared(from);
      if (best == null || nearer > 0) {
        best = other;
        several = false;
      } else if (nearer == 0) {
        several |= !other.resource().name().equals(best.resource().name());
      }
    }
    if (best == null) {
      return reference;
    }
    return new Located<>(
        best.resource().name(),
        reference.place(),
        reference.written(),
        reference.unknown() || several);
  }

  private Workload of(Workload workload, Seen from) {
    Workload.Stateful stateful = workload.stateful();
    Workload changed = workload;
    if (stateful != null && stateful.serviceName() != null) {
      changed =
          workload.withStateful(
              new Workload.Stateful(
                  of(Kind.SERVICE, stateful.serviceName(), from),
                  stateful.firstOrdinal(),
                  stateful.parallel()));
    }
    return changed.with(
        changed.replicas(),
        changed.selector(),
        changed.templateLabels(),
        changed.templateAnnotations(),
        of(changed.spec(), from));
  }

  private PodSpec of(PodSpec spec, Seen from) {
    List<Container> containers = new ArrayList<>(spec.containers().size());
    for (Container container : spec.containers()) {
      containers.add(of(container, from));
    }
    List<PodSpec.Volume> volumes = new ArrayList<>(spec.volumes().size());
    for (PodSpec.Volume volume : spec.volumes()) {
      Kind kind = volume.secret() ? Kind.SECRET : Kind.CONFIG_MAP;
      volumes.add(
          new PodSpec.Volume(
              volume.volume(), volume.secret(), of(kind, volume.name(), from), volume.optional()));
    }
    return spec.with(containers, volumes);
  }

  private Container of(Container container, Seen from) {
    if (container.env().isEmpty() && container.envFrom().isEmpty()) {
      return container;
    }
    List<EnvVar> env = new ArrayList<>(container.env().size());
    for (EnvVar variable : container.env()) {
      if (variable.source() instanceof EnvVar.KeyRef ref) {
        Kind kind = ref.secret() ? Kind.SECRET : Kind.CONFIG_MAP;
        env.add(
            new EnvVar(
                variable.name(),
                new EnvVar.KeyRef(
                    ref.secret(), of(kind, ref.name(), from), ref.key(), ref.optional())));
      } else {
        env.add(variable);
      }
    }
    List<Container.EnvSource> sources = new ArrayList<>(container.envFrom().size());
    for (Container.EnvSource source : container.envFrom()) {
      Kind kind = source.secret() ? Kind.SECRET : Kind.CONFIG_MAP;
      sources.add(
          new Container.EnvSource(
              source.secret(), of(kind, source.name(), from), source.optional(), source.prefix()));
    }
    return container.withEnv(env, sources);
  }

  private Ingress of(Ingress ingress, Seen from) {
    List<Ingress.Rule> rules = new ArrayList<>(ingress.rules().size());
    for (Ingress.Rule rule : ingress.rules()) {
      List<Ingress.HttpPath> paths = new ArrayList<>(rule.paths().size());
      for (Ingress.HttpPath path : rule.paths()) {
        paths.add(
            new Ingress.HttpPath(
                path.place(), path.path(), path.pathType(), of(path.backend(), from)));
      }
      rules.add(new Ingress.Rule(rule.place(), rule.host(), paths));
    }
    List<Ingress.Tls> certificates = new ArrayList<>(ingress.tls().size());
    for (Ingress.Tls tls : ingress.tls()) {
      Located<String> secret = tls.secretName();
      certificates.add(
          new Ingress.Tls(
              tls.place(), tls.hosts(), secret == null ? null : of(Kind.SECRET, secret, from)));
    }
    return new Ingress(
        ingress.head(),
        ingress.className(),
        of(ingress.defaultBackend(), from),
        rules,
        certificates);
  }

  private Ingress.@Nullable Backend of(Ingress.@Nullable Backend backend, Seen from) {
    return backend instanceof Ingress.ServiceBackend service
        ? new Ingress.ServiceBackend(
            service.place(), of(Kind.SERVICE, service.name(), from), service.port())
        : backend;
  }
}
