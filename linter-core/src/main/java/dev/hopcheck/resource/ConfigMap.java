package dev.hopcheck.resource;

/** A ConfigMap; binary data gives its keys with empty values. */
public record ConfigMap(ResourceHead head, Labels data) implements Resource {
  @Override
  public ConfigMap withHead(ResourceHead other) {
    return new ConfigMap(other, data);
  }
}
