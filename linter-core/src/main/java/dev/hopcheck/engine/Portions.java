package dev.hopcheck.engine;

import dev.hopcheck.cluster.Units;
import dev.hopcheck.config.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a run between units, so that what was read of one portion can be let go before the next is
 * read.
 */
final class Portions {
  /** Bytes of manifests; what is made of them takes some ten times as much. */
  private static final long SIZE = 4L << 20;

  private Portions() {}

  /**
   * The numbers of the files of each portion. Files that the user names one by one, and units that
   * the configuration names, may have to do with any other file: then all is one portion.
   */
  static List<int[]> of(Intake intake, LintRequest request) {
    Units.Mode mode = request.unit();
    boolean together = mode == Units.Mode.ALL;
    Configuration configuration = request.adoption().configuration();
    RunPaths paths = new RunPaths(request.paths(), request.base());
    long bytes = 0;
    for (int i = 0; i < intake.count(); i++) {
      bytes += intake.size(i);
      together |= mode == null && intake.explicit(i) && !request.withNeighbours();
      together |= configuration != null && configuration.unitOf(paths.of(intake.name(i))) != null;
    }
    return together || bytes <= SIZE ? List.of(all(intake.count())) : cut(intake, mode);
  }

  private static int[] all(int count) {
    int[] all = new int[count];
    for (int i = 0; i < count; i++) {
      all[i] = i;
    }
    return all;
  }

  private static List<int[]> cut(Intake intake, Units.@Nullable Mode mode) {
    Map<String, List<Integer>> units = new TreeMap<>();
    for (int i = 0; i < intake.count(); i++) {
      String name = intake.name(i);
      String root = mode == Units.Mode.FILE ? name : Units.folder(name);
      units.computeIfAbsent(root, unused -> new ArrayList<>()).add(i);
    }
    List<int[]> portions = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    long bytes = 0;
    for (List<Integer> unit : units.values()) {
      for (int file : unit) {
        open.add(file);
        bytes += intake.size(file);
      }
      if (bytes >= SIZE) {
        portions.add(numbers(open));
        open.clear();
        bytes = 0;
      }
    }
    if (!open.isEmpty()) {
      portions.add(numbers(open));
    }
    return portions;
  }

  private static int[] numbers(List<Integer> boxed) {
    int[] numbers = new int[boxed.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = boxed.get(i);
    }
    return numbers;
  }
}
