package dev.hopcheck.engine;

import dev.hopcheck.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the files as they lie there and the revision from which they come. Where the
 * revision has gone on since, what counts is where the two parted.
 */
final class Changes {
  /** The mode of a submodule. */
  private static final String REPOSITORY = "160000";

  private final String revision;

  /** Per work tree, the changed files by their path in it. */
  private final Map<Path, Tree> trees = new LinkedHashMap<>();

  private final Map<SourceFile, ChangedLines> known = new HashMap<>();

  /**
   * @param old blob of the file before, by path now; empty for a file that is new
   * @param gone blob of each file that is no longer where it was, by path then
   * @param moved path then of each file that lies elsewhere now, by path now
   * @param nested folders, with a slash, that are repositories of their own and differ; all in them
   *     counts as new
   */
  private record Tree(
      Git git,
      Map<String, String> old,
      Map<String, String> gone,
      Map<String, String> moved,
      List<String> nested,
      int files) {
    /** The blob of a file before; empty where it is new, null where it has not changed. */
    @Nullable String blob(String path) {
      String blob = old.get(path);
      for (int i = 0; blob == null && i < nested.size(); i++) {
        blob = path.startsWith(nested.get(i)) ? "" : null;
      }
      return blob;
    }
  }

  private Changes(String revision) {
    this.revision = revision;
  }

  /**
   * Asks the version control of all folders that a run names.
   *
   * @throws UsageException outside of a repository, and where the revision is not known
   */
  static Changes since(String revision, List<String> paths, Path base) throws UsageException {
    if (revision.isEmpty() || revision.startsWith("-")) {
      throw new UsageException("--changed-since is not `" + revision + "`; name a revision");
    }
    Changes changes = new Changes(revision);
    for (String path : paths) {
      if (path.equals("-")) {
        throw new UsageException("--changed-since knows nothing of standard input; name files");
      }
      Path folder = folder(base, path);
      if (folder != null && changes.treeOf(folder) == null) {
        changes.add(folder, path);
      }
    }
    return changes;
  }

  /** The folder that a path names or lies in, links resolved; null where there is none. */
  private static @Nullable Path folder(Path base, String path) {
    try {
      Path real = base.resolve(path).toRealPath();
      return Files.isDirectory(real) ? real : real.getParent();
    } catch (IOException | InvalidPathException missing) {
      return null;
    }
  }

  private void add(Path folder, String shown) throws UsageException {
    String root = new Git(folder).line("rev-parse", "--show-toplevel");
    if (root == null || root.isEmpty()) {
      throw new UsageException(
          "--changed-since: `" + (shown.isEmpty() ? "." : shown) + "` lies in no git repository");
    }
    Path top = Path.of(root);
    Git git = new Git(top);
    String commit = git.line("rev-parse", "--verify", "--quiet", revision + "^{commit}");
    if (commit == null || commit.isEmpty()) {
      throw new UsageException(
          "--changed-since: there is no revision `"
              + revision
              + "` here; a shallow clone may lack it");
    }
    String parted = git.line("merge-base", commit, "HEAD");
    String from = parted == null || parted.isEmpty() ? commit : parted;
    byte[] changed =
        git.run("diff-index", "--raw", "-z", "-M", "--no-abbrev", "--no-ext-diff", from, "--");
    byte[] untracked = git.run("ls-files", "-z", "--others", "--exclude-standard");
    if (changed == null || untracked == null) {
      throw new UsageException("--changed-since: git could not compare with `" + revision + "`");
    }
    Map<String, String> old = new HashMap<>();
    Map<String, String> gone = new TreeMap<>();
    Map<String, String> moved = new HashMap<>();
    List<String> nested = new ArrayList<>(0);
    int files = changed(Git.parts(changed), old, gone, moved, nested);
    for (String path : Git.parts(untracked)) {
      if (path.endsWith("/")) {
        nested.add(path);
      }
      files += old.putIfAbsent(path, "") == null ? 1 : 0;
    }
    trees.put(top, new Tree(git, old, gone, moved, nested, files));
  }

  /** Reads records such as {@code :100644 100644 OLD NEW M}, path, and for renames another path. */
  private static int changed(
      List<String> parts,
      Map<String, String> old,
      Map<String, String> gone,
      Map<String, String> moved,
      List<String> nested) {
    int files = 0;
    int at = 0;
    while (at + 1 < parts.size()) {
      String[] words = parts.get(at).split(" ", -1);
      String status = words.length < 5 ? "M" : words[4];
      boolean two = status.startsWith("R") || status.startsWith("C");
      String path = parts.get(at + (two ? 2 : 1));
      boolean added = status.startsWith("A") || words.length < 5;
      if (words.length > 1 && words[1].equals(REPOSITORY)) {
        nested.add(path + "/");
      }
      if (status.startsWith("D")) {
        gone.put(path, words[2]);
      } else {
        old.put(path, added ? "" : words[2]);
      }
      if (status.startsWith("R")) {
        gone.put(parts.get(at + 1), words[2]);
        moved.put(path, parts.get(at + 1));
      }
      files++;
      at += two ? 3 : 2;
    }
    return files;
  }

  private @Nullable Path treeOf(Path path) {
    Path best = null;
    for (Path top : trees.keySet()) {
      if (path.startsWith(top) && (best == null || top.getNameCount() > best.getNameCount())) {
        best = top;
      }
    }
    return best;
  }

  String revision() {
    return revision;
  }

  /** Number of files that were added, changed, moved or removed. */
  int files() {
    int files = 0;
    for (Tree tree : trees.values()) {
      files += tree.files();
    }
    return files;
  }

  /** The lines of a file that changed. */
  ChangedLines of(SourceFile file) {
    ChangedLines lines = known.get(file);
    if (lines == null) {
      lines = compared(file);
      known.put(file, lines);
    }
    return lines;
  }

  private ChangedLines compared(SourceFile file) {
    Path path = file.path();
    if (path == null) {
      return ChangedLines.ALL;
    }
    try {
      Path real = path.toRealPath();
      Path top = treeOf(real);
      Tree tree = top == null ? null : trees.get(top);
      if (top == null || tree == null) {
        return ChangedLines.ALL;
      }
      String blob = tree.blob(top.relativize(real).toString());
      if (blob == null) {
        return ChangedLines.NONE;
      }
      byte[] before = blob.isEmpty() ? null : tree.git().run("cat-file", "blob", blob);
      return before == null ? ChangedLines.ALL : ChangedLines.between(lines(before), lines(file));
    } catch (IOException | UsageException unknown) {
      return ChangedLines.ALL;
    }
  }

  /**
   * A file of the earlier revision.
   *
   * @param git of the work tree that it lies in
   * @param path where it lay
   */
  record Old(Git git, Path path, String blob) {}

  /** All files that are no longer where they were, in order of work trees and paths. */
  List<Old> gone() {
    List<Old> all = new ArrayList<>();
    for (Map.Entry<Path, Tree> tree : trees.entrySet()) {
      for (Map.Entry<String, String> file : tree.getValue().gone().entrySet()) {
        Path path = tree.getKey().resolve(file.getKey());
        all.add(new Old(tree.getValue().git(), path, file.getValue()));
      }
    }
    return all;
  }

  /**
   * What a file of now was.
   *
   * @param real its path, links resolved
   * @return null where it has not changed; one with an empty blob where it is new; one of another
   *     path where it was moved
   */
  @Nullable Old old(Path real) {
    Path top = treeOf(real);
    Tree tree = top == null ? null : trees.get(top);
    if (top == null || tree == null) {
      return null;
    }
    String path = top.relativize(real).toString();
    String blob = tree.blob(path);
    return blob == null
        ? null
        : new Old(tree.git(), top.resolve(tree.moved().getOrDefault(path, path)), blob);
  }

  /** The text of a file as it was; empty where it is new; null where it has not changed. */
  @Nullable SourceFile before(SourceFile file) {
    Path path = file.path();
    try {
      Path real = path == null ? null : path.toRealPath();
      Path top = real == null ? null : treeOf(real);
      Tree tree = top == null ? null : trees.get(top);
      String blob =
          tree == null || top == null || real == null
              ? null
              : tree.blob(top.relativize(real).toString());
      if (tree == null || blob == null) {
        return null;
      }
      byte[] text = blob.isEmpty() ? new byte[0] : tree.git().run("cat-file", "blob", blob);
      return SourceFile.of(file.name(), null, text == null ? new byte[0] : text);
    } catch (IOException | UsageException unknown) {
      return null;
    }
  }

  private static List<String> lines(byte[] text) {
    return new String(text, StandardCharsets.UTF_8).lines().toList();
  }

  private static List<String> lines(SourceFile file) {
    int count = file.length() == 0 ? 0 : file.lines();
    List<String> lines = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      lines.add(file.line(i));
    }
    return lines;
  }
}
