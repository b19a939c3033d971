package dev.hopcheck.cluster;

import dev.hopcheck.value.NearNames;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** The values that one label key has in a namespace, laid out for a quick search of slips. */
final class NearValues {
  /** Characters of values that are held against one text: far more than people's labels need. */
  private static final int MOST_STEPS = 20_000;

  private final List<List<Integer>> carriers;
  private final List<Integer> some;
  private final NearNames values;

  NearValues(Map<String, List<Integer>> byValue, int most) {
    values = new NearNames(byValue.keySet());
    carriers = new ArrayList<>(byValue.values());
    some = new ArrayList<>();
    for (List<Integer> carrying : carriers) {
      for (int i = 0; i < carrying.size() && some.size() < most; i++) {
        some.add(carrying.get(i));
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
    // Of two texts the longer one says how many slips there may be.
    int longest = wanted.length() + Slip.limit(wanted.length());
    int limit = Slip.limit(longest);
    BitSet found = values.search(wanted, limit, MOST_STEPS).numbers();
    found.or(values.otherCase(wanted));
    for (int i = found.nextSetBit(0); i >= 0 && near.size() < most; i = found.nextSetBit(i + 1)) {
      if (isNear(wanted, values.names().get(i))) {
        near.addAll(carriers.get(i));
      }
    }
    return near;
  }

  private static boolean isNear(String wanted, String value) {
    return Slip.caseOnly(wanted, value)
        || (Math.abs(value.length() - wanted.length()) <= Slip.limit(wanted.length())
            && Slip.near(wanted, value));
  }
}
