package dev.hopcheck.source;

import java.util.List;

/**
 * What a run reads: every file discovered stands in exactly one of the three lists.
 *
 * @param files in order of the arguments, below a folder bytewise; no file twice
 */
public record FileList(List<ListedFile> files, List<Skipped> skipped, List<Unreadable> unreadable) {
  public FileList {
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
    unreadable = List.copyOf(unreadable);
  }

  /** Number of files discovered; a folder that is skipped as a whole counts as one. */
  public int discovered() {
    return files.size() + skipped.size() + unreadable.size();
  }
}
