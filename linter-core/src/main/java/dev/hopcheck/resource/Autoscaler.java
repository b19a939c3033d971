package dev.hopcheck.resource;

import org.jspecify.annotations.Nullable;

/**
 * What sets the replicas of a workload: a HorizontalPodAutoscaler or a KEDA ScaledObject.
 *
 * @param targetKind {@code Deployment} where a ScaledObject does not say
 * @param targetName null where it is not given
 * @param minReplicas null where it is not given
 * @param maxReplicas null where it is not given
 */
public record Autoscaler(
    ResourceHead head,
    String targetKind,
    @Nullable Located<String> targetName,
    @Nullable Integer minReplicas,
    @Nullable Integer maxReplicas)
    implements Resource {
  @Override
  public Autoscaler withHead(ResourceHead other) {
    return new Autoscaler(other, targetKind, targetName, minReplicas, maxReplicas);
  }
}
