package dev.hopcheck.cluster;

import dev.hopcheck.resource.Kustomization.AddedPairs;
import dev.hopcheck.resource.LabelSelector;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.ResourceHead;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.Workload;

/** Puts labels where kustomize puts them. */
final class OverlayLabels {
  private OverlayLabels() {}

  /** The resource with the labels, in selectors and templates as far as they are meant to be. */
  static Resource add(Resource resource, AddedPairs added) {
    ResourceHead head = resource.head();
    Resource labelled =
        resource.withHead(
            head.changed(
                null, head.name(), with(head.labels(), added.pairs()), head.annotations()));
    if (labelled instanceof Service service) {
      return added.selectors()
          ? service.withSelector(with(service.selector(), added.pairs()))
          : service;
    }
    boolean templates = added.selectors() || added.templates();
    if (labelled instanceof Workload workload
        && templates
        && workload.type() != Workload.Type.CUSTOM) {
      return workload.with(
          workload.replicas(),
          added.selectors() ? selector(workload, added.pairs()) : workload.selector(),
          with(workload.templateLabels(), added.pairs()),
          workload.templateAnnotations(),
          workload.spec());
    }
    return labelled;
  }

  /** Jobs get theirs from the server, and so keep what they have. */
  private static LabelSelector selector(Workload workload, Labels pairs) {
    LabelSelector selector = workload.selector();
    if (workload.type().runsToEnd() && selector.matchLabels().isEmpty()) {
      return selector;
    }
    return new LabelSelector(
        with(selector.matchLabels(), pairs), selector.expressions(), selector.place(), true);
  }

  /** A map that is not written is made. */
  static Labels with(Labels labels, Labels more) {
    Labels all = labels.with(more);
    return all.written() || all.isEmpty() ? all : new Labels(all.pairs(), all.place(), true);
  }
}
