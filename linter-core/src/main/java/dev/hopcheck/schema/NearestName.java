package dev.hopcheck.schema;

import dev.hopcheck.value.EditDistance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The known names that a misspelt one may mean.
 *
 * @param names the closest, in the order of the known names; empty where none is near
 * @param distance 0 where only case differs, else the number of edits
 */
record NearestName(List<String> names, int distance) {
  /** Longer words are never compared; no name of the API is that long. */
  private static final int LONGEST = 80;

  NearestName {
    names = List.copyOf(names);
  }

  /** The only name that is near; null where there are none or several. */
  @Nullable String only() {
    return names.size() == 1 ? names.get(0) : null;
  }

  /**
   * The nearest of the known names: one edit in words of up to five letters, two in longer ones.
   */
  static NearestName of(String written, List<String> known) {
    List<String> best = new ArrayList<>(2);
    int limit = written.length() <= 5 ? 1 : 2;
    if (written.length() > LONGEST) {
      return new NearestName(best, limit);
    }
    for (String name : known) {
      int distance = name.equalsIgnoreCase(written) ? 0 : EditDistance.within(written, name, limit);
      if (distance < limit) {
        limit = distance;
        best.clear();
      }
      if (distance == limit && !(distance > 0 && name.length() <= 2)) {
        best.add(name);
      }
    }
    return new NearestName(best, limit);
  }
}
