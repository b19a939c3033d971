package dev.hopcheck.resource;

/**
 * A resource of which only the head is read; NetworkPolicies and routes are read from its document.
 */
public record OtherResource(ResourceHead head) implements Resource {
  @Override
  public OtherResource withHead(ResourceHead other) {
    return new OtherResource(other);
  }
}
