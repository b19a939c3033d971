package dev.hopcheck.engine;

import dev.hopcheck.cluster.Unit;
import dev.hopcheck.cluster.Units;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Files of a run that were not read, or not wholly, and the units that they may belong to. */
final class UnreadFiles {
  private final List<String> names;
  private final Map<String, List<Integer>> byPlace = new HashMap<>();

  UnreadFiles(List<String> names) {
    this.names = names;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      put(name, i);
      put(Units.folder(name), i);
    }
  }

  private void put(String place, int number) {
    byPlace.computeIfAbsent(place, unused -> new ArrayList<>(1)).add(number);
  }

  /** Those that may belong to a unit made in that way, in order. */
  List<String> concerning(Unit unit, Units.@Nullable Mode mode) {
    if (mode == Units.Mode.ALL) {
      return names;
    }
    List<String> own = new ArrayList<>(0);
    for (int number : byPlace.getOrDefault(unit.root(), List.of())) {
      if (mode != Units.Mode.FILE || names.get(number).equals(unit.root())) {
        own.add(names.get(number));
      }
    }
    return own;
  }

  /** Those that may belong to a unit that is a folder with all below it. */
  List<String> below(Unit unit) {
    List<String> own = new ArrayList<>(0);
    for (String name : names) {
      if (Units.isBelow(name, unit.root())) {
        own.add(name);
      }
    }
    return own;
  }

  /** Those among some files, in order. */
  List<String> among(Collection<String> files) {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (String file : files) {
      for (int number : byPlace.getOrDefault(file, List.of())) {
        if (names.get(number).equals(file)) {
          numbers.add(number);
        }
      }
    }
    List<String> own = new ArrayList<>(numbers.size());
    for (int number : numbers) {
      own.add(names.get(number));
    }
    return own;
  }
}
