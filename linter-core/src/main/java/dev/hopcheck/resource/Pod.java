package dev.hopcheck.resource;

import org.jspecify.annotations.Nullable;

/**
 * A bare pod, or one of a live dump.
 *
 * @param status null where the manifest has none
 */
public record Pod(ResourceHead head, PodSpec spec, @Nullable PodStatus status) implements Resource {
  @Override
  public Pod withHead(ResourceHead other) {
    return new Pod(other, spec, status);
  }
}
