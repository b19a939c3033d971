package dev.hopcheck.resource;

import dev.hopcheck.admission.Place;
import dev.hopcheck.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map of strings in order of writing: labels, annotations, or a selector of pairs. */
public final class Labels implements Placed, LabelSelector.Carrier {
  /** From this size on a key is looked up in a table; most maps have two or three. */
  private static final int LARGE = 12;

  private final List<Pair> pairs;
  private final Place place;
  private final boolean written;
  private final Map<String, Located<String>> table;

  /**
   * @param pairs in order of writing, each key once
   * @param place the map's key, or the nearest written parent's key where it is absent
   * @param written whether the manifest has the map, be it empty
   */
  public Labels(List<Pair> pairs, Place place, boolean written) {
    this.pairs = List.copyOf(pairs);
    this.place = place;
    this.written = written;
    table = pairs.size() < LARGE ? Map.of() : new HashMap<>(2 * pairs.size());
    if (pairs.size() >= LARGE) {
      for (Pair pair : pairs) {
        table.put(pair.key(), pair.value());
      }
    }
  }

  /**
   * A key and what it is set to.
   *
   * @param value its place is the scalar of the value, its field that of the map
   */
  public record Pair(String key, Located<String> value) {}

  @Override
  public Place place() {
    return place;
  }

  /** Whether the manifest has the map, be it empty. */
  public boolean written() {
    return written;
  }

  /** The pairs in order of writing. */
  public List<Pair> pairs() {
    return pairs;
  }

  /** No pairs at all, and no map either. */
  public static Labels none(Location at) {
    return new Labels(List.of(), new Places.Fixed("", at), false);
  }

  /** A map that is written, of pairs in their order. */
  public static Labels of(Map<String, Located<String>> values, Place place) {
    List<Pair> pairs = new ArrayList<>(values.size());
    for (Map.Entry<String, Located<String>> entry : values.entrySet()) {
      pairs.add(new Pair(entry.getKey(), entry.getValue()));
    }
    return new Labels(pairs, place, true);
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
  public List<String> keys() {
    List<String> keys = new ArrayList<>(pairs.size());
    for (Pair pair : pairs) {
      keys.add(pair.key());
    }
    return keys;
  }

  /** Whether there is such a key. */
  public boolean has(String key) {
    return get(key) != null;
  }

  /** The value of a key with its place; null where there is no such key. */
  public @Nullable Located<String> get(String key) {
    int size = pairs.size();
    if (size >= LARGE) {
      return table.get(key);
    }
    for (int i = 0; i < size; i++) {
      Pair pair = pairs.get(i);
      if (pair.key.equals(key)) {
        return pair.value;
      }
    }
    return null;
  }

  /** The text of a key's value; null where there is no such key. */
  @Override
  public @Nullable String value(String key) {
    Located<String> found = get(key);
    return found == null ? null : found.value();
  }

  /** Whether a key or a value is unknown. */
  public boolean hasUnknown() {
    for (int i = 0; i < pairs.size(); i++) {
      if (pairs.get(i).value.unknown()) {
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
    Map<String, Pair> all = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      all.put(pair.key, pair);
    }
    for (Pair pair : more.pairs) {
      all.put(pair.key, pair);
    }
    return new Labels(new ArrayList<>(all.values()), place, written);
  }

  /** The same keys without their values. */
  Labels withoutValues() {
    List<Pair> bare = new ArrayList<>(pairs.size());
    for (Pair pair : pairs) {
      bare.add(new Pair(pair.key, pair.value.with("")));
    }
    return new Labels(bare, place, written);
  }

  /** The same without a key. */
  public Labels without(String key) {
    List<Pair> rest = new ArrayList<>(pairs);
    rest.removeIf(pair -> pair.key.equals(key));
    return new Labels(rest, place, written);
  }

  /** Keys only: values may be secret. */
  @Override
  public String toString() {
    return field() + keys();
  }

  /** The pairs without their places. */
  public Map<String, String> plain() {
    Map<String, String> plain = new LinkedHashMap<>(pairs.size() * 2);
    for (Pair pair : pairs) {
      plain.put(pair.key, pair.value.value());
    }
    return plain;
  }
}
