package dev.hopcheck.resource;

import dev.hopcheck.source.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kustomization file or component.
 *
 * @param component whether it changes what the kustomization that names it has gathered so far
 * @param resources {@code resources} and {@code bases}: files, folders and addresses as written
 * @param components folders of components
 * @param patches what it merges into resources, in the order in which that is done
 * @param targetNamespace what it sets for all resources; null where it is not given
 * @param prefix put before names; null where it is not given
 * @param suffix put after names; null where it is not given
 * @param labels what it adds, in the order in which that is done
 * @param annotations added to all resources and templates
 * @param generated the ConfigMaps and Secrets that it makes
 * @param replicas by name of the workload
 * @param configurations files that say which fields are references, names and the like
 * @param doubts fields that may change routing in a way that is not followed here
 */
public record Kustomization(
    ResourceHead head,
    boolean component,
    List<Located<String>> resources,
    List<Located<String>> components,
    List<Patch> patches,
    @Nullable Located<String> targetNamespace,
    @Nullable Located<String> prefix,
    @Nullable Located<String> suffix,
    List<AddedPairs> labels,
    Labels annotations,
    List<Generated> generated,
    List<Replicas> replicas,
    List<Located<String>> configurations,
    List<Doubt> doubts)
    implements Resource {
  public Kustomization {
    resources = List.copyOf(resources);
    components = List.copyOf(components);
    patches = List.copyOf(patches);
    labels = List.copyOf(labels);
    generated = List.copyOf(generated);
    replicas = List.copyOf(replicas);
    configurations = List.copyOf(configurations);
    doubts = List.copyOf(doubts);
  }

  /**
   * Labels that are added.
   *
   * @param selectors whether to selectors and pod templates too
   * @param templates whether to pod templates too
   */
  public record AddedPairs(Labels pairs, boolean selectors, boolean templates) {}

  /**
   * A patch.
   *
   * @param path the file that holds it; null where it is written in place
   * @param text where it is written in place; null where a file holds it
   * @param target what it is for; null where the patch itself says it
   * @param last whether it is applied after names, namespaces and labels have been set
   */
  public record Patch(
      @Nullable Located<String> path,
      @Nullable Located<String> text,
      @Nullable Target target,
      boolean last) {
    /** Where the kustomization names it. */
    public Location at() {
      Located<String> written = path != null ? path : text;
      if (written == null) {
        throw new IllegalStateException("a patch without a place");
      }
      return written.at();
    }
  }

  /**
   * Which resources a patch is for: regular expressions of the whole text, and selectors as {@code
   * kubectl -l} has them; empty texts ask for nothing.
   */
  public record Target(
      String group,
      String version,
      String kind,
      String namespace,
      String name,
      String labels,
      String annotations) {}

  /**
   * A ConfigMap or Secret that is made of literals and files.
   *
   * @param secret whether it is a Secret, else a ConfigMap
   * @param namespace null where it is not given
   * @param data keys with the values of literals, which are empty for Secrets
   * @param change whether one of a base is changed, not a new one made
   */
  public record Generated(
      boolean secret,
      Located<String> name,
      @Nullable Located<String> namespace,
      Labels data,
      boolean change) {}

  /** How many pods a workload gets. */
  public record Replicas(String name, Located<Integer> count) {}

  /** Why what becomes of the resources is not known to the last. */
  public record Doubt(Location at, String why) {}

  /** The labels that it puts on pods and selectors. */
  public Labels podLabels() {
    Labels all = Labels.none(head.kindAt());
    for (AddedPairs added : labels) {
      if (added.selectors() || added.templates()) {
        all = all.with(added.pairs());
      }
    }
    return all;
  }

  @Override
  public Kustomization withHead(ResourceHead other) {
    return new Kustomization(
        other,
        component,
        resources,
        components,
        patches,
        targetNamespace,
        prefix,
        suffix,
        labels,
        annotations,
        generated,
        replicas,
        configurations,
        doubts);
  }
}
