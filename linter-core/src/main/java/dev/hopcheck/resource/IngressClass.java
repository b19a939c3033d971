package dev.hopcheck.resource;

import org.jspecify.annotations.Nullable;

/**
 * A class of Ingresses.
 *
 * @param controller null where it is not given
 * @param isDefault whether Ingresses without a class belong to it
 */
public record IngressClass(
    ResourceHead head, @Nullable Located<String> controller, boolean isDefault)
    implements Resource {
  @Override
  public IngressClass withHead(ResourceHead other) {
    return new IngressClass(other, controller, isDefault);
  }
}
