package dev.hopcheck.resource;

import dev.hopcheck.source.Location;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map of strings in order of writing: labels, annotations, or a selector of pairs.
 *
 * @param pairs key to value; the value's place is the scalar of the value
 * @param field the map as the server names it, such as {@code spec.selector}
 * @param at the map's key, or the nearest written parent's key where it is absent
 * @param written whether the manifest has the map, be it empty
 */
public record Labels(
    Map<String, Located<String>> pairs, String field, Location at, boolean written) {
  public Labels {
    pairs = Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
  }

  /** No pairs at all, and no map either. */
  public static Labels none(Location at) {
    return new Labels(Map.of(), "", at, false);
  }

  /** Whether there is no pair. */
  public boolean isEmpty() {
    return pairs.isEmpty();
  }

  /** Number of pairs. */
  public int size() {
    return pairs.size();
  }

  /** The keys in order of writing. */
  public Collection<String> keys() {
    return pairs.keySet();
  }

  /** Whether there is such a key. */
  public boolean has(String key) {
    return pairs.containsKey(key);
  }

  /** The value of a key with its place; null where there is no such key. */
  public @Nullable Located<String> get(String key) {
    return pairs.get(key);
  }

  /** The text of a key's value; null where there is no such key. */
  public @Nullable String value(String key) {
    Located<String> found = pairs.get(key);
    return found == null ? null : found.value();
  }

  /** Whether a key or a value is unknown. */
  public boolean hasUnknown() {
    for (Located<String> value : pairs.values()) {
      if (value.unknown()) {
        return true;
      }
    }
    return false;
  }

  /** The same with further pairs, which win over those of the same key. */
  public Labels with(Labels more) {
    if (more.isEmpty()) {
      return this;
    }
    Map<String, Located<String>> all = new LinkedHashMap<>(pairs);
    all.putAll(more.pairs);
    return new Labels(all, field, at, written);
  }

  /** Keys only: values may be secret. */
  @Override
  public String toString() {
    return field + pairs.keySet();
  }

  /** The pairs without their places. */
  public Map<String, String> plain() {
    Map<String, String> plain = new LinkedHashMap<>(pairs.size() * 2);
    for (Map.Entry<String, Located<String>> pair : pairs.entrySet()) {
      plain.put(pair.getKey(), pair.getValue().value());
    }
    return plain;
  }
}
