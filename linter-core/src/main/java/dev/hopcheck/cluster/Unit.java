package dev.hopcheck.cluster;

import dev.hopcheck.source.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files that make one cluster.
 *
 * @param root the folder, or what the user named; empty for the working directory and standard
 *     input
 * @param files in order of name
 * @param unread names of files of which something could not be read, so that pods may be missing
 * @param overlay the kustomization that makes the unit; null where its files are sent as they stand
 */
public record Unit(
    String root, List<SourceFile> files, List<String> unread, @Nullable Overlay overlay) {
  public Unit {
    files = List.copyOf(files);
    unread = List.copyOf(unread);
  }

  /** Files that are sent as they stand. */
  public Unit(String root, List<SourceFile> files, List<String> unread) {
    this(root, files, unread, null);
  }

  /** The same with files that could not be read. */
  public Unit withUnread(List<String> names) {
    return new Unit(root, files, names, overlay);
  }

  /** The same, made by a kustomization. */
  public Unit through(Overlay kustomization) {
    return new Unit(root, files, unread, kustomization);
  }
}
