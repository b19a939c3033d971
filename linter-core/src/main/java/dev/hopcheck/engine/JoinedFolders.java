package dev.hopcheck.engine;

import dev.hopcheck.cluster.Overlays;
import dev.hopcheck.cluster.Units;
import dev.hopcheck.resource.Kustomization;
import dev.hopcheck.resource.KustomizationReader;
import dev.hopcheck.resource.ResourceReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the folders that have to be looked at together, since kustomizations lead across. */
final class JoinedFolders {
  private final Map<String, String> above = new HashMap<>();
  private final Set<String> folders = new HashSet<>();
  private final Set<String> files = new HashSet<>();

  private JoinedFolders(Intake intake) {
    for (int i = 0; i < intake.count(); i++) {
      String name = intake.name(i);
      files.add(name);
      folders.add(Units.folder(name));
    }
  }

  /** Each folder that is joined to others, with the one that stands for all of them. */
  static Map<String, String> of(List<FileReading> reaching, Intake intake) {
    JoinedFolders joined = null;
    for (FileReading reading : reaching) {
      if (!KustomizationReader.isNamedSo(reading.name())) {
        continue;
      }
      for (FileReading.Checked checked : reading.objects()) {
        if (ResourceReader.read(checked.object(), false, false)
            instanceof Kustomization kustomization) {
          joined = joined == null ? new JoinedFolders(intake) : joined;
          joined.join(Units.folder(reading.name()), kustomization);
        }
      }
    }
    if (joined == null) {
      return Map.of();
    }
    Map<String, String> first = new HashMap<>();
    for (String folder : joined.above.keySet()) {
      first.put(folder, joined.first(folder));
    }
    return first;
  }

  private void join(String folder, Kustomization kustomization) {
    for (String name : Overlays.named(folder, kustomization)) {
      if (folders.contains(name)) {
        join(folder, name);
      } else if (files.contains(name)) {
        join(folder, Units.folder(name));
      }
    }
  }

  private void join(String one, String other) {
    String left = first(one);
    String right = first(other);
    if (!left.equals(right)) {
      above.put(left, right);
    }
    above.putIfAbsent(one, first(one));
    above.putIfAbsent(other, first(other));
  }

  private String first(String folder) {
    String at = folder;
    while (true) {
      String next = above.get(at);
      if (next == null || next.equals(at)) {
        return at;
      }
      // The way is halved, so that long chains are not gone through again and again.
      String afterNext = above.getOrDefault(next, next);
      above.put(at, afterNext);
      at = afterNext;
    }
  }
}
