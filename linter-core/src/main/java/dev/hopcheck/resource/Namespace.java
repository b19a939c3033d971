package dev.hopcheck.resource;

/** A Namespace. */
public record Namespace(ResourceHead head) implements Resource {
  @Override
  public Namespace withHead(ResourceHead other) {
    return new Namespace(other);
  }
}
