package dev.hopcheck.cluster;

import dev.hopcheck.source.SourceFile;
import java.util.List;

/**
 * The files that make one cluster.
 *
 * @param root the folder, or what the user named; empty for the working directory and standard
 *     input
 * @param files in order of name
 * @param unread names of files of which something could not be read, so that pods may be missing
 */
public record Unit(String root, List<SourceFile> files, List<String> unread) {
  public Unit {
    files = List.copyOf(files);
    unread = List.copyOf(unread);
  }

  /** The same with files that could not be read. */
  public Unit withUnread(List<String> names) {
    return new Unit(root, files, names);
  }
}
