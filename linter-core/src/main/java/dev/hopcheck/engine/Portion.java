package dev.hopcheck.engine;

import dev.hopcheck.cluster.Units;
import dev.hopcheck.config.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the input that ends between units, so that what was read of it can be let go once it
 * is checked.
 *
 * @param files the numbers of its files
 * @param before bytes of the portions before it
 * @param isLarge whether it is work enough for all threads together
 */
record Portion(int[] files, long before, boolean isLarge) {
  /** Bytes of manifests; less is not worth a thread's while. */
  private static final long SIZE = 64L << 10;

  /** Bytes; a smaller input is one portion, which is read as a whole. */
  private static final long SMALL_INPUT = 256L << 10;

  /**
   * Cuts the input. Files that the user names one by one, and units that the configuration names,
   * may have to do with any other file: then all is one portion.
   */
  static List<Portion> of(Intake intake, LintRequest request) {
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
    return together || bytes <= SMALL_INPUT
        ? List.of(new Portion(intake.numbers(), 0, true))
        : cut(intake, request.unit(), Map.of());
  }

  /**
   * Cuts a long input anew, between folders that have nothing to do with each other.
   *
   * @param joined folders that kustomizations join, each with one that stands for all of them
   */
  static List<Portion> joined(Intake intake, LintRequest request, Map<String, String> joined) {
    return cut(intake, request.unit(), joined);
  }

  private static List<Portion> cut(
      Intake intake, Units.@Nullable Mode mode, Map<String, String> joined) {
    Map<String, List<Integer>> units = new TreeMap<>();
    for (int i = 0; i < intake.count(); i++) {
      String name = intake.name(i);
      String folder = mode == Units.Mode.FILE ? name : Units.folder(name);
      String root = joined.isEmpty() ? folder : joined.getOrDefault(folder, folder);
      List<Integer> unit = units.get(root);
      if (unit == null) {
        unit = new ArrayList<>();
        units.put(root, unit);
      }
      unit.add(i);
    }
    List<Portion> portions = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    long before = 0;
    long bytes = 0;
    for (List<Integer> unit : units.values()) {
      for (int file : unit) {
        open.add(file);
        bytes += intake.size(file);
      }
      if (bytes >= SIZE) {
        portions.add(new Portion(numbers(open), before, bytes > Intake.LONG));
        open.clear();
        before += bytes;
        bytes = 0;
      }
    }
    if (!open.isEmpty()) {
      portions.add(new Portion(numbers(open), before, bytes > Intake.LONG));
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
