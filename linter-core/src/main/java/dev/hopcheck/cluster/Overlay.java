package dev.hopcheck.cluster;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.resource.Kustomization;
import dev.hopcheck.resource.Kustomization.Doubt;
import dev.hopcheck.resource.Located;
import dev.hopcheck.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kustomization that no other one takes in, with all that it takes in itself: the files of one
 * unit.
 *
 * @param root the kustomization with its parts
 * @param members it and all kustomizations that it takes in, each once
 * @param files names of all files that have a part in it, the kustomizations' own and patches
 *     included
 * @param lost what it names and the input does not have
 * @param cycles places where a kustomization takes in itself
 * @param doubts why what it makes is not known to the last; more may come from patches
 * @param unclear objects that patches change in a way that is not followed here
 */
public record Overlay(
    Node root,
    List<Kustomization> members,
    Set<String> files,
    List<Lost> lost,
    List<Located<String>> cycles,
    List<Doubt> doubts,
    List<ApiObject> unclear) {
  public Overlay {
    members = List.copyOf(members);
    lost = List.copyOf(lost);
    cycles = List.copyOf(cycles);
    doubts = List.copyOf(doubts);
    unclear = List.copyOf(unclear);
  }

  /** Each is one of its own: to compare all that it takes in would be as long as to read it. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** What a kustomization names: a file, or another kustomization. */
  public sealed interface Part {}

  /** A file with resources. */
  public record FilePart(String file) implements Part {}

  /** A kustomization with what it names, in order; components last. */
  public record Node(Kustomization kustomization, List<Part> parts) implements Part {}

  /**
   * A resource that is not in the input.
   *
   * @param name the file or folder, as the input would call it
   * @param path as written
   * @param kustomization which one names it
   */
  public record Lost(String name, Located<String> path, Kustomization kustomization) {}

  /** The file of the kustomization. */
  public String file() {
    return fileOf(root.kustomization());
  }

  /** The folder of the kustomization. */
  public String folder() {
    return Units.folder(file());
  }

  /** The file of a kustomization. */
  public static String fileOf(Kustomization kustomization) {
    return kustomization.head().document().file().name();
  }

  /** Where the kustomization says what it is. */
  public Location at() {
    return root.kustomization().head().kindAt();
  }

  /** The same with further doubts, and with objects that these are about. */
  public Overlay doubted(List<Doubt> more, List<ApiObject> about) {
    List<Doubt> all = new ArrayList<>(doubts);
    all.addAll(more);
    return new Overlay(root, members, files, lost, cycles, all, about);
  }
}
