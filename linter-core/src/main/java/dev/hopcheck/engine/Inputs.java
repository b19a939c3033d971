package dev.hopcheck.engine;

import dev.hopcheck.config.Configuration;
import dev.hopcheck.config.Glob;
import dev.hopcheck.source.FileList;
import dev.hopcheck.source.FileWalk;
import dev.hopcheck.source.ListedFile;
import dev.hopcheck.source.Skipped;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Unreadable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files of a run.
 *
 * @param files those to read
 * @param named names of files that the user asked about; findings elsewhere do not count
 * @param neighbours whether others were added
 * @param texts what stands for the content of files, by the name shown; others are read
 */
record Inputs(
    FileList files, Set<String> named, boolean neighbours, Map<String, SourceFile> texts) {
  /** Lists what a request names, and with neighbours the rest of their folders. */
  static Inputs of(LintRequest request) {
    FileList named = list(request, request.paths());
    if (!request.withNeighbours()) {
      return new Inputs(named, Set.of(), false, Map.of());
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
        FileList all = around(file.name(), folder, request);
        for (ListedFile other : all.files()) {
          if (!names.contains(other.name())) {
            files.add(other);
          }
        }
        unreadable.addAll(all.unreadable());
      }
    }
    return new Inputs(new FileList(files, named.skipped(), unreadable), names, true, Map.of());
  }

  /** Whether the user asked about the file. */
  boolean isNamed(String file) {
    return !neighbours || named.contains(file);
  }

  private static FileList list(LintRequest request, List<String> paths) {
    FileList all = FileWalk.list(paths, request.base(), request.sourceLimits());
    Configuration configuration = request.adoption().configuration();
    return configuration == null || configuration.exclude().isEmpty()
        ? all
        : without(all, configuration, new RunPaths(paths, request.base()));
  }

  /** The files that make a unit with the named one. */
  private static FileList around(String name, String folder, LintRequest request) {
    Configuration configuration = request.adoption().configuration();
    if (configuration != null) {
      RunPaths paths = new RunPaths(request.paths(), request.base());
      String unit = configuration.unitOf(paths.of(name));
      if (unit != null) {
        return list(request, List.of(unit));
      }
      return without(
          FileWalk.beside(folder, request.base(), request.sourceLimits()), configuration, paths);
    }
    return FileWalk.beside(folder, request.base(), request.sourceLimits());
  }

  /** What the configuration excludes is not read, and is shown as skipped. */
  private static FileList without(FileList all, Configuration configuration, RunPaths paths) {
    List<ListedFile> files = new ArrayList<>(all.files().size());
    List<Skipped> skipped = new ArrayList<>(all.skipped());
    List<Unreadable> unreadable = new ArrayList<>(all.unreadable().size());
    for (ListedFile file : all.files()) {
      Glob glob = file.path() == null ? null : configuration.excluding(paths.of(file.name()));
      if (glob == null) {
        files.add(file);
      } else {
        skipped.add(excluded(file.name(), configuration));
      }
    }
    for (Unreadable file : all.unreadable()) {
      if (configuration.excluding(paths.of(file.file())) == null) {
        unreadable.add(file);
      } else {
        skipped.add(excluded(file.file(), configuration));
      }
    }
    return new FileList(files, skipped, unreadable);
  }

  private static Skipped excluded(String name, Configuration configuration) {
    return new Skipped(name, "excluded by `" + configuration.file() + "`");
  }

  private static String folder(String name) {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : name.substring(0, Math.max(1, slash));
  }
}
