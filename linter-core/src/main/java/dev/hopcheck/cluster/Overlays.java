package dev.hopcheck.cluster;

import dev.hopcheck.cluster.Overlay.FilePart;
import dev.hopcheck.cluster.Overlay.Lost;
import dev.hopcheck.cluster.Overlay.Node;
import dev.hopcheck.cluster.Overlay.Part;
import dev.hopcheck.resource.Kustomization;
import dev.hopcheck.resource.Kustomization.Doubt;
import dev.hopcheck.resource.Kustomization.Patch;
import dev.hopcheck.resource.KustomizationReader;
import dev.hopcheck.resource.Located;
import dev.hopcheck.source.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Follows kustomizations from those that no other one takes in down to the files. */
public final class Overlays {
  /** Kustomizations within each other; real ones have about five. */
  private static final int DEEPEST = 50;

  /** Parts of one overlay; what is taken in twice by each of many becomes endless. */
  private static final int MOST = 20_000;

  private final Map<String, Kustomization> byFolder = new TreeMap<>();
  private final Set<String> files;

  private Overlays(Collection<Kustomization> all, Set<String> files) {
    this.files = files;
    Map<String, Kustomization> byFile = new TreeMap<>();
    for (Kustomization kustomization : all) {
      String file = Overlay.fileOf(kustomization);
      if (KustomizationReader.isNamedSo(file)) {
        byFile.putIfAbsent(file, kustomization);
      }
    }
    for (Map.Entry<String, Kustomization> entry : byFile.entrySet()) {
      byFolder.putIfAbsent(Units.folder(entry.getKey()), entry.getValue());
    }
  }

  /**
   * The overlays in order of their folders.
   *
   * @param all the kustomizations of the input
   * @param files the names of all files of the input
   */
  public static List<Overlay> of(Collection<Kustomization> all, Set<String> files) {
    return new Overlays(all, files).build();
  }

  private List<Overlay> build() {
    Set<String> taken = new HashSet<>();
    for (Map.Entry<String, Kustomization> entry : byFolder.entrySet()) {
      for (Located<String> path : named(entry.getValue())) {
        String other = LocalPath.resolve(entry.getKey(), path.value());
        if (!other.equals(entry.getKey())) {
          taken.add(other);
        }
      }
    }
    List<Overlay> overlays = new ArrayList<>();
    Set<String> followed = new HashSet<>();
    for (Map.Entry<String, Kustomization> entry : byFolder.entrySet()) {
      if (!taken.contains(entry.getKey()) && !entry.getValue().component()) {
        add(entry.getKey(), overlays, followed);
      }
    }
    // Those that only take in each other have no first one; any will do to tell of it. What lies
    // too deep to be followed from above is a unit by itself.
    for (Map.Entry<String, Kustomization> entry : byFolder.entrySet()) {
      boolean circle = taken.contains(entry.getKey()) && !followed.contains(entry.getKey());
      if (circle && !entry.getValue().component()) {
        add(entry.getKey(), overlays, followed);
      }
    }
    return overlays;
  }

  /** The names of all files and folders that a kustomization leads to, patches included. */
  public static List<String> named(String folder, Kustomization kustomization) {
    List<String> names = new ArrayList<>();
    for (Located<String> path : named(kustomization)) {
      names.add(LocalPath.resolve(folder, path.value()));
    }
    for (Patch patch : kustomization.patches()) {
      if (patch.path() != null) {
        names.add(LocalPath.resolve(folder, patch.path().value()));
      }
    }
    return names;
  }

  private static List<Located<String>> named(Kustomization kustomization) {
    List<Located<String>> named = new ArrayList<>(kustomization.resources());
    named.addAll(kustomization.components());
    return named;
  }

  private void add(String folder, List<Overlay> overlays, Set<String> followed) {
    Follower follower = new Follower();
    Node root = follower.follow(folder);
    followed.addAll(follower.members.keySet());
    overlays.add(
        new Overlay(
            root,
            new ArrayList<>(follower.members.values()),
            follower.reached,
            follower.lost,
            follower.cycles,
            follower.doubts,
            List.of()));
  }

  /** Follows one kustomization. */
  private final class Follower {
    private final Map<String, Kustomization> members = new LinkedHashMap<>();
    private final Set<String> reached = new LinkedHashSet<>();
    private final List<Lost> lost = new ArrayList<>(0);
    private final Set<Location> lostAt = new HashSet<>(0);
    private final List<Located<String>> cycles = new ArrayList<>(0);
    private final List<Doubt> doubts = new ArrayList<>(0);
    private final Set<String> within = new LinkedHashSet<>();
    private int parts;

    Node follow(String folder) {
      Kustomization kustomization = byFolder.get(folder);
      if (kustomization == null) {
        throw new IllegalArgumentException("no kustomization in " + folder);
      }
      if (members.putIfAbsent(folder, kustomization) == null) {
        reached.add(Overlay.fileOf(kustomization));
        doubts.addAll(kustomization.doubts());
        patches(folder, kustomization);
      }
      within.add(folder);
      List<Part> all = new ArrayList<>();
      for (Located<String> path : kustomization.resources()) {
        part(folder, path, kustomization, false, all);
      }
      for (Located<String> path : kustomization.components()) {
        part(folder, path, kustomization, true, all);
      }
      within.remove(folder);
      return new Node(kustomization, all);
    }

    private void part(
        String folder,
        Located<String> path,
        Kustomization kustomization,
        boolean component,
        List<Part> all) {
      String name = LocalPath.resolve(folder, path.value());
      parts++;
      if (parts > MOST || within.size() > DEEPEST) {
        if (parts <= MOST + 1) {
          doubts.add(new Doubt(path.at(), "it takes in more than is followed here"));
        }
        parts = Math.max(parts, MOST + 1);
      } else if (path.unknown()) {
        doubts.add(new Doubt(path.at(), "`" + path.value() + "` is filled in later"));
      } else if (byFolder.containsKey(name)) {
        kustomization(name, path, component, all);
      } else if (files.contains(name)) {
        reached.add(name);
        all.add(new FilePart(name));
      } else {
        if (lostAt.add(path.at())) {
          lost.add(new Lost(name, path, kustomization));
          doubts.add(new Doubt(path.at(), "`" + path.value() + "` is not in the input"));
        }
      }
    }

    private void kustomization(
        String folder, Located<String> path, boolean component, List<Part> all) {
      if (within.contains(folder)) {
        cycles.add(path);
        doubts.add(new Doubt(path.at(), "`" + path.value() + "` leads back to itself"));
        return;
      }
      Node node = follow(folder);
      if (node.kustomization().component() != component) {
        doubts.add(
            new Doubt(
                path.at(),
                "`"
                    + path.value()
                    + (component ? "` is no component" : "` is a component and no resource")));
      }
      all.add(node);
    }

    private void patches(String folder, Kustomization kustomization) {
      for (Patch patch : kustomization.patches()) {
        if (patch.path() != null) {
          String name = LocalPath.resolve(folder, patch.path().value());
          if (files.contains(name)) {
            reached.add(name);
          }
        }
      }
    }
  }
}
