package dev.hopcheck.engine;

import dev.hopcheck.source.FileList;
import dev.hopcheck.source.FileWalk;
import dev.hopcheck.source.ListedFile;
import dev.hopcheck.source.Unreadable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The files of a run.
 *
 * @param files those to read
 * @param named names of files that the user asked about; findings elsewhere do not count
 * @param neighbours whether others were added
 */
record Inputs(FileList files, Set<String> named, boolean neighbours) {
  /** Lists what a request names, and with neighbours the rest of their folders. */
  static Inputs of(LintRequest request) {
    FileList named = list(request, request.paths());
    if (!request.withNeighbours()) {
      return new Inputs(named, Set.of(), false);
    }
    Set<String> names = new HashSet<>();
    Set<String> folders = new HashSet<>();
    List<ListedFile> files = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>(named.unreadable());
    for (ListedFile file : named.files()) {
      files.add(file);
      names.add(file.name());
    }
    for (Unreadable file : named.unreadable()) {
      names.add(file.file());
    }
    for (ListedFile file : named.files()) {
      String folder = folder(file.name());
      if (file.path() != null && folders.add(folder)) {
        FileList all = FileWalk.beside(folder, request.base(), request.sourceLimits());
        for (ListedFile other : all.files()) {
          if (!names.contains(other.name())) {
            files.add(other);
          }
        }
        unreadable.addAll(all.unreadable());
      }
    }
    return new Inputs(new FileList(files, named.skipped(), unreadable), names, true);
  }

  /** Whether the user asked about the file. */
  boolean isNamed(String file) {
    return !neighbours || named.contains(file);
  }

  private static FileList list(LintRequest request, List<String> paths) {
    return FileWalk.list(paths, request.base(), request.sourceLimits());
  }

  private static String folder(String name) {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : name.substring(0, Math.max(1, slash));
  }
}
