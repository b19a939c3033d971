package dev.hopcheck.cluster;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.cluster.Overlay.FilePart;
import dev.hopcheck.cluster.Overlay.Node;
import dev.hopcheck.cluster.Overlay.Part;
import dev.hopcheck.finding.ResourceRef;
import dev.hopcheck.resource.ConfigMap;
import dev.hopcheck.resource.Kustomization;
import dev.hopcheck.resource.Kustomization.AddedPairs;
import dev.hopcheck.resource.Kustomization.Doubt;
import dev.hopcheck.resource.Kustomization.Generated;
import dev.hopcheck.resource.Kustomization.Replicas;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Namespace;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.ResourceHead;
import dev.hopcheck.resource.Secret;
import dev.hopcheck.resource.Workload;
import dev.hopcheck.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The resources of files as kustomizations make them: in their namespaces, under their names, with
 * the labels that are added. Each value keeps the place where it is written, be it in a base or in
 * a kustomization.
 */
public final class OverlayView {
  /** Kinds whose names are part of what they are. */
  private static final Set<String> NEVER_RENAMED =
      Set.of("CustomResourceDefinition", "APIService", "Namespace");

  /** Marks what tools of the same family read and never send. */
  private static final String LOCAL = "config.kubernetes.io/local-config";

  private final OverlayInput input;
  private final List<Doubt> doubts;

  private final List<ApiObject> unclear = new ArrayList<>(0);

  private OverlayView(OverlayInput input, List<Doubt> doubts) {
    this.input = input;
    this.doubts = doubts;
  }

  /**
   * The unit with what the overlay makes of its files, in the order in which kustomize takes them
   * in; the kustomizations themselves come last.
   */
  public static Cluster of(Unit unit, Overlay overlay, OverlayInput input, ClusterOptions options) {
    OverlayView view = new OverlayView(input, new ArrayList<>(0));
    List<Seen> all = view.follow(overlay.root());
    OverlayNames.follow(all);
    List<Resource> resources = new ArrayList<>(all.size() + overlay.members().size());
    for (Seen seen : all) {
      resources.add(seen.resource());
    }
    resources.addAll(overlay.members());
    return Cluster.of(unit.through(overlay.doubted(view.doubts, view.unclear)), resources, options);
  }

  private List<Seen> follow(Node node) {
    List<Seen> all = new ArrayList<>();
    take(node, all);
    return all;
  }

  /** A component works on what has been taken in before it, and on its own resources. */
  private void take(Node node, List<Seen> all) {
    for (Part part : node.parts()) {
      if (part instanceof FilePart file) {
        read(file.file(), all);
      } else if (part instanceof Node inner && !inner.kustomization().component()) {
        all.addAll(follow(inner));
      }
    }
    for (Generated generated : node.kustomization().generated()) {
      generate(node.kustomization(), generated, all);
    }
    for (Part part : node.parts()) {
      if (part instanceof Node inner && inner.kustomization().component()) {
        take(inner, all);
      }
    }
    change(node.kustomization(), all);
  }

  private void read(String file, List<Seen> all) {
    for (Resource resource : input.resources(file)) {
      boolean local = "true".equals(resource.head().annotations().value(LOCAL));
      if (!local && !(resource instanceof Kustomization)) {
        all.add(new Seen(resource));
      }
    }
  }

  /** In the order in which kustomize works. */
  private void change(Kustomization kustomization, List<Seen> all) {
    configurations(kustomization);
    OverlayPatches.apply(kustomization, all, input, false, doubts, unclear);
    for (Seen seen : all) {
      place(kustomization, seen);
      rename(kustomization, seen);
      for (AddedPairs added : kustomization.labels()) {
        seen.become(OverlayLabels.add(seen.resource(), added));
      }
      annotate(kustomization.annotations(), seen);
    }
    OverlayPatches.apply(kustomization, all, input, true, doubts, unclear);
    for (Seen seen : all) {
      scale(kustomization, seen);
    }
    OverlayReplacements.apply(kustomization, all, input, doubts, unclear);
    for (Seen seen : all) {
      seen.through(kustomization);
    }
  }

  private void configurations(Kustomization kustomization) {
    String folder = Units.folder(Overlay.fileOf(kustomization));
    for (Located<String> path : kustomization.configurations()) {
      SourceFile text = input.text(LocalPath.resolve(folder, path.value()));
      String routed = text == null ? null : FieldSpecs.routed(input.read(text));
      if (text == null || routed != null) {
        doubts.add(
            new Doubt(
                path.at(),
                "the configuration `"
                    + path.value()
                    + (text == null ? "` is not in the input" : "` has " + routed)));
      }
    }
  }

  private static void place(Kustomization kustomization, Seen seen) {
    Located<String> namespace = kustomization.targetNamespace();
    if (namespace == null) {
      return;
    }
    ResourceHead head = seen.resource().head();
    if (head.namespaced()) {
      seen.become(
          seen.resource()
              .withHead(head.changed(namespace, head.name(), head.labels(), head.annotations())));
    } else if (seen.resource() instanceof Namespace) {
      seen.become(named(seen.resource(), head.name().with(namespace.value())));
    }
  }

  private static void rename(Kustomization kustomization, Seen seen) {
    Located<String> prefix = kustomization.prefix();
    Located<String> suffix = kustomization.suffix();
    Located<String> name = seen.resource().head().name();
    if ((prefix == null && suffix == null)
        || NEVER_RENAMED.contains(seen.resource().head().kind())
        || name.value().isEmpty()) {
      return;
    }
    String renamed =
        (prefix == null ? "" : prefix.value())
            + name.value()
            + (suffix == null ? "" : suffix.value());
    boolean unknown =
        name.unknown()
            || (prefix != null && prefix.unknown())
            || (suffix != null && suffix.unknown());
    seen.become(
        named(seen.resource(), new Located<>(renamed, name.place(), name.written(), unknown)));
  }

  private static Resource named(Resource resource, Located<String> name) {
    ResourceHead head = resource.head();
    return resource.withHead(head.changed(null, name, head.labels(), head.annotations()));
  }

  private static void annotate(Labels annotations, Seen seen) {
    if (annotations.isEmpty()) {
      return;
    }
    Resource resource = seen.resource();
    ResourceHead head = resource.head();
    resource =
        resource.withHead(
            head.changed(null, head.name(), head.labels(), head.annotations().with(annotations)));
    if (resource instanceof Workload workload && workload.type() != Workload.Type.CUSTOM) {
      resource =
          workload.with(
              workload.replicas(),
              workload.selector(),
              workload.templateLabels(),
              workload.templateAnnotations().with(annotations),
              workload.spec());
    }
    seen.become(resource);
  }

  private static void scale(Kustomization kustomization, Seen seen) {
    for (Replicas replicas : kustomization.replicas()) {
      if (seen.resource() instanceof Workload workload
          && workload.type() != Workload.Type.CUSTOM
          && workload.type().replicated()
          && seen.isNamed(replicas.name())) {
        seen.become(
            workload.with(
                replicas.count(),
                workload.selector(),
                workload.templateLabels(),
                workload.templateAnnotations(),
                workload.spec()));
      }
    }
  }

  /** Names stay without the digest that kustomize appends, here and in what refers to them. */
  private void generate(Kustomization kustomization, Generated generated, List<Seen> all) {
    if (!generated.change()) {
      all.add(new Seen(made(kustomization, generated)));
      return;
    }
    for (Seen seen : all) {
      Resource resource = seen.resource();
      if (!seen.isNamed(generated.name().value())) {
        continue;
      }
      if (generated.secret() && resource instanceof Secret secret) {
        Labels data = secret.data().with(generated.data());
        seen.become(new Secret(secret.head(), secret.type(), data, secret.stringData()));
        return;
      }
      if (!generated.secret() && resource instanceof ConfigMap map) {
        seen.become(new ConfigMap(map.head(), map.data().with(generated.data())));
        return;
      }
    }
    doubts.add(
        new Doubt(
            generated.name().at(),
            "it changes `" + generated.name().value() + "`, which is not there"));
    all.add(new Seen(made(kustomization, generated)));
  }

  private static Resource made(Kustomization kustomization, Generated generated) {
    ResourceHead own = kustomization.head();
    Located<String> namespace = generated.namespace();
    String kind = generated.secret() ? "Secret" : "ConfigMap";
    String placed = namespace == null ? "" : namespace.value();
    Labels none = Labels.none(generated.name().at());
    ResourceHead head =
        new ResourceHead(
            own.object(),
            new ResourceRef("v1", kind, placed, generated.name().value()),
            generated.name().place(),
            true,
            placed,
            namespace,
            generated.name(),
            none,
            none,
            List.of(),
            "",
            false,
            false,
            false);
    return generated.secret()
        ? new Secret(head, null, generated.data(), none)
        : new ConfigMap(head, generated.data());
  }
}
