package dev.hopcheck.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kustomization file or component.
 *
 * @param resources {@code resources}, {@code bases} and {@code components}
 * @param patches paths of files that are merged into others
 * @param targetNamespace what it sets for all resources; null where it is not given
 * @param podLabels the labels that it puts on pods and selectors
 * @param transforms whether it changes names or labels
 */
public record Kustomization(
    ResourceHead head,
    List<Located<String>> resources,
    List<Located<String>> patches,
    @Nullable Located<String> targetNamespace,
    Labels podLabels,
    boolean transforms)
    implements Resource {
  public Kustomization {
    resources = List.copyOf(resources);
    patches = List.copyOf(patches);
  }

  @Override
  public Kustomization withHead(ResourceHead other) {
    return new Kustomization(other, resources, patches, targetNamespace, podLabels, transforms);
  }
}
