package dev.hopcheck.resource;

/** A resource of which only the head is read; the rest is in the head's view of its document. */
public record OtherResource(ResourceHead head) implements Resource {
  @Override
  public OtherResource withHead(ResourceHead other) {
    return new OtherResource(other);
  }
}
