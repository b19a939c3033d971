package dev.hopcheck.engine;

import dev.hopcheck.cluster.Units;
import dev.hopcheck.config.Configuration;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.source.FileKind;
import dev.hopcheck.source.FileList;
import dev.hopcheck.source.ListedFile;
import dev.hopcheck.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files of a run as they were at an earlier revision. A fault may lie where nothing changed,
 * because what it needs was removed elsewhere: its file deleted or moved away, or its document
 * taken out of a file. Such a fault is one that was not there before.
 */
final class Earlier {
  private final LintRequest request;
  private final Inputs inputs;
  private final Changes changes;
  private final RunPaths paths;
  private final List<ListedFile> files = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<Changes.Old> wanted = new ArrayList<>();

  /** The path now, as findings are known by it, of each file that lay elsewhere then. */
  private final Map<String, String> moved = new HashMap<>();

  private boolean differs;

  Earlier(LintRequest request, Inputs inputs, Changes changes) {
    this.request = request;
    this.inputs = inputs;
    this.changes = changes;
    this.paths = new RunPaths(request.paths(), request.base());
  }

  /**
   * The findings of now that were there then as well: where a rule says no more of an object than
   * it did, and where it says the same at the same place.
   *
   * @throws UsageException where git does not tell
   */
  Set<Finding> among(List<Finding> findings, Catalogue catalogue) throws UsageException {
    List<BaselineEntry> then = findings(catalogue);
    Set<Finding> there = Collections.newSetFromMap(new IdentityHashMap<>());
    if (!differs) {
      there.addAll(findings);
      return there;
    }
    Set<BaselineEntry.Key> known = new HashSet<>();
    Map<BaselineEntry.Key, Integer> more = new HashMap<>();
    for (BaselineEntry entry : then) {
      known.add(entry.key());
      more.merge(entry.about(), -1, Integer::sum);
    }
    List<BaselineEntry> now = Baseline.entries(findings, paths);
    for (BaselineEntry entry : now) {
      more.merge(entry.about(), 1, Integer::sum);
    }
    for (int i = 0; i < now.size(); i++) {
      if (known.contains(now.get(i).key()) || more.getOrDefault(now.get(i).about(), 0) <= 0) {
        there.add(findings.get(i));
      }
    }
    return there;
  }

  /**
   * What the same check would have reported then; empty where all files of the run are as they
   * were.
   *
   * @throws UsageException where git does not tell
   */
  private List<BaselineEntry> findings(Catalogue catalogue) throws UsageException {
    Map<Path, String> gone = gone();
    now(gone);
    for (Changes.Old file : changes.gone()) {
      String name = gone.get(file.path());
      if (name != null) {
        differs = true;
        insert(new ListedFile(name, file.path(), false));
        want(name, file);
      }
    }
    if (!differs) {
      return List.of();
    }
    Inputs then =
        new Inputs(
            new FileList(files, List.of(), inputs.files().unreadable()), Set.of(), false, texts());
    List<Finding> found = new LintRun(request.withoutHistory(), catalogue, then).findings();
    List<BaselineEntry> entries = new ArrayList<>(found.size());
    for (BaselineEntry entry : Baseline.entries(found, paths)) {
      entries.add(entry.under(moved.getOrDefault(entry.file(), entry.file())));
    }
    return entries;
  }

  /** The files of now that were there, with their names of now. */
  private void now(Map<Path, String> gone) {
    for (ListedFile file : inputs.files().files()) {
      Path path = file.path();
      Changes.Old old = path == null ? null : changes.old(path);
      if (old == null) {
        files.add(file);
        continue;
      }
      differs = true;
      String before = gone.get(old.path());
      if (before != null) {
        moved.put(paths.of(before), paths.of(file.name()));
      } else if (!old.blob().isEmpty()) {
        files.add(file);
        want(file.name(), old);
      }
    }
  }

  private void want(String name, Changes.Old file) {
    names.add(name);
    wanted.add(file);
  }

  /** The name that each file would be shown by that is no longer where the run looks. */
  private Map<Path, String> gone() {
    Map<Path, String> shown = new HashMap<>();
    Configuration configuration = request.adoption().configuration();
    List<Changes.Old> gone = changes.gone();
    if (gone.isEmpty()) {
      return shown;
    }
    for (String argument : request.paths()) {
      Path folder = folder(argument);
      if (folder == null) {
        continue;
      }
      boolean whole = real(argument) != null;
      String root = whole ? bare(argument) : Units.folder(argument);
      for (Changes.Old file : gone) {
        if (!file.path().startsWith(folder)) {
          continue;
        }
        String below = folder.relativize(file.path()).toString();
        String name = root.isEmpty() ? below : root + (root.equals("/") ? "" : "/") + below;
        boolean read =
            FileKind.isRead(below)
                && (whole || below.indexOf('/') < 0)
                && (configuration == null || configuration.excluding(paths.of(name)) == null);
        if (read) {
          shown.putIfAbsent(file.path(), name);
        }
      }
    }
    return shown;
  }

  /** The folder that an argument names, or with neighbours lies in; null for none. */
  private @Nullable Path folder(String argument) {
    Path named = real(argument);
    return named == null && request.withNeighbours() ? real(Units.folder(argument)) : named;
  }

  private @Nullable Path real(String folder) {
    try {
      Path real = request.base().resolve(folder).toRealPath();
      return Files.isDirectory(real) ? real : null;
    } catch (IOException | InvalidPathException missing) {
      return null;
    }
  }

  private static String bare(String argument) {
    String name = argument;
    while (name.length() > 1 && name.endsWith("/")) {
      name = name.substring(0, name.length() - 1);
    }
    return name;
  }

  /** Files of one folder stand in order of their names. */
  private void insert(ListedFile file) {
    String folder = Units.folder(file.name());
    int at = files.size();
    for (int i = files.size() - 1; i >= 0; i--) {
      String other = files.get(i).name();
      if (Units.folder(other).equals(folder) && other.compareTo(file.name()) > 0) {
        at = i;
      }
    }
    files.add(at, file);
  }

  private Map<String, SourceFile> texts() throws UsageException {
    Map<Git, List<String>> ids = new HashMap<>();
    for (Changes.Old file : wanted) {
      ids.computeIfAbsent(file.git(), unused -> new ArrayList<>()).add(file.blob());
    }
    Map<String, byte[]> contents = new HashMap<>();
    for (Map.Entry<Git, List<String>> tree : ids.entrySet()) {
      List<byte @Nullable []> read = tree.getKey().blobs(tree.getValue());
      for (int i = 0; i < read.size(); i++) {
        byte[] content = read.get(i);
        if (content != null) {
          contents.put(tree.getValue().get(i), content);
        }
      }
    }
    Map<String, SourceFile> texts = new HashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      byte[] content = contents.get(wanted.get(i).blob());
      if (content == null) {
        throw new UsageException("--changed-since: git could not read an earlier revision");
      }
      texts.put(names.get(i), SourceFile.of(names.get(i), wanted.get(i).path(), content));
    }
    return texts;
  }
}
