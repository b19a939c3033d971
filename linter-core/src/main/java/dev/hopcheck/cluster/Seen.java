package dev.hopcheck.cluster;

import dev.hopcheck.resource.Kustomization;
import dev.hopcheck.resource.Resource;
import java.util.ArrayList;
import java.util.List;

/** A resource on its way through kustomizations. */
final class Seen {
  private final List<String> names = new ArrayList<>(2);
  private final List<String> namespaces = new ArrayList<>(2);
  private final List<Kustomization> layers = new ArrayList<>(4);
  private Resource resource;

  Seen(Resource resource) {
    this.resource = resource;
    names.add(resource.name());
    namespaces.add(resource.namespace());
  }

  Resource resource() {
    return resource;
  }

  /** What it has become; former names and namespaces still mean it. */
  void become(Resource other) {
    resource = other;
    if (!names.contains(other.name())) {
      names.add(other.name());
    }
    if (!namespaces.contains(other.namespace())) {
      namespaces.add(other.namespace());
    }
  }

  /** Another kustomization has done its part. */
  void through(Kustomization kustomization) {
    layers.add(kustomization);
  }

  /** Its names, the first one first. */
  List<String> names() {
    return names;
  }

  /** Its namespaces, the first one first. */
  List<String> namespaces() {
    return namespaces;
  }

  /** Whether it has, or had, the name. */
  boolean isNamed(String name) {
    return names.contains(name);
  }

  /** Whether it is, or was, in the namespace. */
  boolean isIn(String namespace) {
    return namespaces.contains(namespace);
  }

  /** Whether it had another name. */
  boolean renamed() {
    return names.size() > 1;
  }

  /** Number of kustomizations through which both have come. */
  int shared(Seen other) {
    int shared = 0;
    for (Kustomization layer : layers) {
      for (Kustomization theirs : other.layers) {
        shared += layer == theirs ? 1 : 0;
      }
    }
    return shared;
  }
}
