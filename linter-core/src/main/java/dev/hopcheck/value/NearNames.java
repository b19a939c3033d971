package dev.hopcheck.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Names laid out so that those a few slips away from a text are found without comparing it with
 * all. A name is cut into more pieces than its slips can touch, so that one piece of it stands
 * unchanged in the text, nearly where it was.
 */
public final class NearNames {
  /** Comparing with further names finds nothing that people need, and only costs. */
  static final int MOST_COMPARED = 256;

  private final List<String> names;
  private final int slips;
  private final Map<String, List<Integer>> pieces = new HashMap<>();

  /**
   * Lays names out.
   *
   * @param slips the most that will be asked for, 1 or 2
   */
  public NearNames(Collection<String> names, int slips) {
    this.names = List.copyOf(new LinkedHashSet<>(names));
    this.slips = slips;
    for (int i = 0; i < this.names.size(); i++) {
      String name = this.names.get(i);
      for (int piece = 0; piece < count(); piece++) {
        String text = name.substring(start(name.length(), piece), start(name.length(), piece + 1));
        pieces
            .computeIfAbsent(key(name.length(), piece, text), unused -> new ArrayList<>(1))
            .add(i);
      }
    }
  }

  /**
   * The names that so many slips or fewer lie between, in the order given; the text itself is one
   * where it is among them.
   */
  public List<String> near(String text, int limit) {
    List<String> near = new ArrayList<>(0);
    for (int candidate : candidates(text, Math.min(limit, slips))) {
      if (EditDistance.within(text, names.get(candidate), limit) <= limit) {
        near.add(names.get(candidate));
      }
    }
    return near;
  }

  /** The numbers of those names that the text is compared with, in order. */
  int[] candidates(String text, int limit) {
    List<List<Integer>> found = new ArrayList<>();
    for (int length = text.length() - limit; length <= text.length() + limit; length++) {
      for (int piece = 0; length >= 0 && piece < count(); piece++) {
        int start = start(length, piece);
        int size = start(length, piece + 1) - start;
        for (int at = Math.max(0, start - limit); at <= start + limit; at++) {
          if (at + size <= text.length()) {
            List<Integer> with = pieces.get(key(length, piece, text.substring(at, at + size)));
            if (with != null) {
              found.add(with);
            }
          }
        }
      }
    }
    // Rare pieces say most.
    found.sort((a, b) -> Integer.compare(a.size(), b.size()));
    LinkedHashSet<Integer> some = new LinkedHashSet<>();
    for (List<Integer> with : found) {
      for (int i = 0; i < with.size() && some.size() < MOST_COMPARED; i++) {
        some.add(with.get(i));
      }
    }
    int[] candidates = new int[some.size()];
    int size = 0;
    for (int candidate : some) {
      candidates[size++] = candidate;
    }
    Arrays.sort(candidates);
    return candidates;
  }

  /** A swap of neighbours touches two pieces. */
  private int count() {
    return 2 * slips + 1;
  }

  private int start(int length, int piece) {
    return length * piece / count();
  }

  private static String key(int length, int piece, String text) {
    return length + " " + piece + " " + text;
  }
}
