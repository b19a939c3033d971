package dev.hopcheck.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The labels of an object in the order in which they were written.
 *
 * @param map keys and values; copied, unmodifiable, ordered
 */
public record Labels(Map<String, String> map) {
  /** No labels. */
  public static final Labels NONE = new Labels(Map.of());

  public Labels {
    map = Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** Says whether there are none. */
  public boolean isEmpty() {
    return map.isEmpty();
  }

  /** Says whether the labels hold all of the given ones, as an equality selector asks. */
  public boolean containsAll(Map<String, String> wanted) {
    for (Map.Entry<String, String> entry : wanted.entrySet()) {
      if (!entry.getValue().equals(map.get(entry.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** Returns {@code app=web,tier=front}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> entry : map.entrySet()) {
      text.append(text.length() == 0 ? "" : ",");
      text.append(entry.getKey()).append('=').append(entry.getValue());
    }
    return text.toString();
  }
}
