package dev.hopcheck.resource;

import org.jspecify.annotations.Nullable;

/**
 * A Secret. Its values are for finding hosts in only; nothing may show them, {@code toString} does
 * not.
 *
 * @param type null where it is not given
 * @param data the keys of {@code data}; the values are left out, since they are encoded
 * @param stringData plain values, which must never be printed
 */
public record Secret(
    ResourceHead head, @Nullable Located<String> type, Labels data, Labels stringData)
    implements Resource {
  /** Whether the Secret has that key. */
  public boolean has(String key) {
    return data.has(key) || stringData.has(key);
  }

  @Override
  public Secret withHead(ResourceHead other) {
    return new Secret(other, type, data, stringData);
  }

  @Override
  public String toString() {
    return "Secret["
        + namespace()
        + "/"
        + name()
        + ", keys "
        + data.keys()
        + stringData.keys()
        + "]";
  }
}
