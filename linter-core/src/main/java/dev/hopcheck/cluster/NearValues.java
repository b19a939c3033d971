package dev.hopcheck.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The values that one label key has in a namespace, laid out for a quick search of slips. */
final class NearValues {
  /** Comparing further texts finds nothing better and only costs. */
  private static final int MOST_COMPARED = 2_000;

  private final List<String> values;
  private final List<List<Integer>> carriers;
  private final long[] letters;
  private final List<Integer> some;

  NearValues(Map<String, List<Integer>> byValue, int most) {
    values = new ArrayList<>(byValue.size());
    carriers = new ArrayList<>(byValue.size());
    some = new ArrayList<>();
    letters = new long[byValue.size()];
    for (Map.Entry<String, List<Integer>> entry : byValue.entrySet()) {
      letters[values.size()] = EditDistance.letters(entry.getKey());
      values.add(entry.getKey());
      carriers.add(entry.getValue());
      for (int i = 0; i < entry.getValue().size() && some.size() < most; i++) {
        some.add(entry.getValue().get(i));
      }
    }
  }

  /** The first pod sets that have the key at all. */
  List<Integer> some() {
    return some;
  }

  /** The pod sets whose value is a slip away, at most so many. */
  List<Integer> near(String wanted, int most) {
    List<Integer> near = new ArrayList<>();
    long wantedLetters = EditDistance.letters(wanted);
    int limit = EditDistance.limit(wanted);
    int compared = 0;
    for (int i = 0; i < letters.length && near.size() < most && compared < MOST_COMPARED; i++) {
      String value = values.get(i);
      boolean maybe =
          Math.abs(value.length() - wanted.length()) <= limit
              && (Long.bitCount(letters[i] ^ wantedLetters) <= 2 * limit
                  || EditDistance.caseOnly(value, wanted));
      if (!maybe) {
        continue;
      }
      compared++;
      if (EditDistance.near(wanted, value) || EditDistance.caseOnly(wanted, value)) {
        near.addAll(carriers.get(i));
      }
    }
    return near;
  }
}
