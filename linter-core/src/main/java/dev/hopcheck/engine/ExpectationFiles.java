package dev.hopcheck.engine;

import dev.hopcheck.cluster.Units;
import dev.hopcheck.config.Configuration;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.source.FileList;
import dev.hopcheck.source.FileWalk;
import dev.hopcheck.source.ListedFile;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.SourceReader;
import dev.hopcheck.source.SourceText;
import dev.hopcheck.source.Unreadable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Splits what a request names into manifests and files of expectations.
 *
 * @param manifests the request for the manifests
 * @param files the files of expectations, in order
 * @param problems what could not be read of the latter
 */
record ExpectationFiles(LintRequest manifests, List<SourceFile> files, List<Problem> problems) {
  /** Lists and reads; named files of expectations alone mean the manifests beside them. */
  static ExpectationFiles of(LintRequest request) {
    return Watch.over(request, () -> watched(request));
  }

  private static ExpectationFiles watched(LintRequest request) {
    List<String> others = new ArrayList<>();
    List<String> walked = new ArrayList<>();
    for (String path : request.paths()) {
      if (!FileWalk.isExpectations(path)) {
        others.add(path);
      }
      if (!path.equals(ListedFile.STANDARD_INPUT)) {
        walked.add(path);
      }
    }
    List<Problem> problems = new ArrayList<>();
    List<SourceFile> files = new ArrayList<>();
    FileList list = FileWalk.expectations(walked, request.base(), request.sourceLimits());
    for (ListedFile listed : list.files()) {
      if (FileWalk.isExpectations(listed.name()) && !excluded(listed.name(), request)) {
        SourceText text = SourceReader.read(listed, request.sourceLimits());
        SourceFile file = text.file();
        if (file != null) {
          files.add(file);
        } else if (text.unreadable() != null) {
          problems.add(problem(text.unreadable()));
        }
      }
    }
    Watched.rests();
    for (Unreadable unreadable : list.unreadable()) {
      problems.add(problem(unreadable));
    }
    Units.@Nullable Mode unit = request.unit();
    if (others.isEmpty() && !request.paths().isEmpty()) {
      others.addAll(beside(files, request));
      unit = unit == null ? Units.Mode.FOLDER : unit;
    }
    return new ExpectationFiles(request.with(others, unit), files, problems);
  }

  private static boolean excluded(String name, LintRequest request) {
    Configuration configuration = request.adoption().configuration();
    return configuration != null
        && configuration.excluding(new RunPaths(request.paths(), request.base()).of(name)) != null;
  }

  private static Set<String> beside(List<SourceFile> files, LintRequest request) {
    Set<String> names = new LinkedHashSet<>();
    for (SourceFile file : files) {
      FileList list =
          FileWalk.beside(Units.folder(file.name()), request.base(), request.sourceLimits());
      for (ListedFile listed : list.files()) {
        names.add(listed.name());
      }
    }
    return names;
  }

  private static Problem problem(Unreadable unreadable) {
    return new Problem(
        unreadable.id(), unreadable.file(), unreadable.at(), null, unreadable.message());
  }
}
