package dev.hopcheck.value;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names laid out so that those a few slips away from a text are found without comparing it with
 * all. Of the slips that lie between, at most half touch the first half of the text, or at most
 * half touch the second: so few names begin, or end, nearly as the text does.
 */
public final class NearNames {
  private final List<String> names;
  private volatile @Nullable SortedNames forward;
  private volatile @Nullable SortedNames backward;
  private volatile @Nullable Map<String, List<Integer>> byCase;

  /** Lays names out; what occurs twice counts once. */
  public NearNames(Collection<String> names) {
    this.names = List.copyOf(new LinkedHashSet<>(names));
  }

  /** The names in the order given, each once. */
  public List<String> names() {
    return names;
  }

  /**
   * The names that so many slips or fewer lie between, in the order given; the text itself is one
   * where it is among them.
   */
  public List<String> near(String text, int limit) {
    return names.isEmpty() ? List.of() : search(text, limit, Integer.MAX_VALUE).found();
  }

  private List<String> at(BitSet numbers) {
    String[] found = new String[numbers.cardinality()];
    int size = 0;
    for (int i = numbers.nextSetBit(0); i >= 0; i = numbers.nextSetBit(i + 1)) {
      found[size++] = names.get(i);
    }
    return List.of(found);
  }

  /** The name that was probably meant, of which {@link Nearest} tells; empty where none is near. */
  public String nearest(String wanted) {
    String sameButCase = Nearest.of(wanted, at(otherCase(wanted))).orElse("");
    if (!sameButCase.isEmpty()) {
      return sameButCase;
    }
    int most = Nearest.limit(wanted);
    for (int limit = 1; limit <= most; limit++) {
      String best = Nearest.of(wanted, near(wanted, limit)).orElse("");
      if (!best.isEmpty()) {
        return best;
      }
    }
    return "";
  }

  /** The places of the names that are equal to the text at least but for case. */
  public BitSet otherCase(String text) {
    BitSet numbers = new BitSet();
    Map<String, List<Integer>> known = byCase;
    if (known == null) {
      known = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        known
            .computeIfAbsent(names.get(i).toLowerCase(Locale.ROOT), unused -> new ArrayList<>(1))
            .add(i);
      }
      byCase = known;
    }
    for (int number : known.getOrDefault(text.toLowerCase(Locale.ROOT), List.of())) {
      numbers.set(number);
    }
    return numbers;
  }

  /** Looks for such names, in so many steps at most. */
  public Search search(String text, int limit, int steps) {
    SortedNames known = forward;
    if (known == null) {
      known = new SortedNames(names, false);
      forward = known;
    }
    int half = text.length() / 2;
    Search search = new Search(steps);
    search.steps += known.search(text, limit, half, steps, search.numbers);
    if (limit > 0 && search.steps < steps) {
      SortedNames other = backward;
      if (other == null) {
        other = new SortedNames(names, true);
        backward = other;
      }
      String turned = SortedNames.turned(text);
      int rest = text.length() - half - 1;
      search.steps += other.search(turned, limit, rest, steps - search.steps, search.numbers);
    }
    return search;
  }

  /** What was found, and what it took. */
  public final class Search {
    private final BitSet numbers = new BitSet();
    private final int most;
    private int steps;

    private Search(int most) {
      this.most = most;
    }

    /** The names found, in the order given. */
    public List<String> found() {
      return at(numbers);
    }

    /** The places of the names found among {@link #names()}. */
    public BitSet numbers() {
      return numbers;
    }

    /** Characters of names that were held against the text. */
    int steps() {
      return steps;
    }

    /** Whether it ended before all names were looked through. */
    boolean isCut() {
      return steps >= most;
    }
  }
}
