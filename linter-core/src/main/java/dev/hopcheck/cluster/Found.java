package dev.hopcheck.cluster;

import dev.hopcheck.cluster.NearMiss.Kind;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Located;
import org.jspecify.annotations.Nullable;

/**
 * What comes nearest to one pair among some labels.
 *
 * @param key null where nothing is alike
 * @param value null where nothing is alike
 */
record Found(Kind kind, @Nullable String key, @Nullable Located<String> value) {
  /** A pod of the right StatefulSet with an ordinal that it does not have. */
  static final Found BEYOND = new Found(Kind.OTHER_VALUE, null, null);

  /** Nobody writes more labels; among so many none is looked for by its value. */
  private static final int MANY = 200;

  private static final Found NOTHING = new Found(Kind.NONE, null, null);

  static Found nearest(String key, String value, Labels labels) {
    Located<String> same = labels.get(key);
    Found found = same == null ? NOTHING : new Found(valueKind(value, same.value()), key, same);
    if (found.kind == Kind.VALUE_CASE || found.kind == Kind.VALUE_TYPO) {
      return found;
    }
    if (labels.pairs().size() > MANY) {
      return found;
    }
    for (Labels.Pair pair : labels.pairs()) {
      if (pair.key().equals(key) || !pair.value().value().equals(value)) {
        continue;
      }
      Kind kind = keyKind(key, pair.key());
      if (kind.compareTo(found.kind) < 0) {
        found = new Found(kind, pair.key(), pair.value());
      }
    }
    return found;
  }

  private static Kind valueKind(String wanted, String found) {
    if (Slip.caseOnly(wanted, found)) {
      return Kind.VALUE_CASE;
    }
    return Slip.near(wanted, found) ? Kind.VALUE_TYPO : Kind.OTHER_VALUE;
  }

  private static Kind keyKind(String wanted, String found) {
    boolean slip = Slip.caseOnly(wanted, found) || Slip.near(wanted, found);
    return slip ? Kind.KEY_TYPO : Kind.OTHER_KEY;
  }
}
