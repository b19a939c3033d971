package dev.hopcheck.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that the arguments mean: a file, a folder with all below it, or standard input.
 * Nothing is opened here, links inside a folder lead nowhere outside of it, and no folder is
 * entered twice.
 */
public final class FileWalk {
  private record Folder(Path path, String name, boolean chartTemplates) {
    String child(String last) {
      return name.isEmpty() ? last : name + "/" + last;
    }
  }

  private final SourceLimits limits;
  private final Path base;
  private final FileKind wanted;
  private final List<ListedFile> files = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private final Set<Path> known = new HashSet<>();
  private final Set<Object> entered = new HashSet<>();
  private final Deque<Folder> folders = new ArrayDeque<>();
  private long bytes;
  private boolean limitHit;

  private FileWalk(Path base, SourceLimits limits, FileKind wanted) {
    this.base = base;
    this.limits = limits;
    this.wanted = wanted;
  }

  /**
   * Lists what the arguments mean.
   *
   * @param base the folder from which relative arguments are meant
   */
  public static FileList list(List<String> arguments, Path base, SourceLimits limits) {
    return list(arguments, base, limits, FileKind.MANIFEST);
  }

  /** Lists the files of expectations that lie where the arguments mean, or are named by them. */
  public static FileList expectations(List<String> arguments, Path base, SourceLimits limits) {
    return list(arguments, base, limits, FileKind.EXPECTATIONS);
  }

  /** Whether a name is that of a file of expectations. */
  public static boolean isExpectations(String name) {
    return FileKind.of(name) == FileKind.EXPECTATIONS;
  }

  private static FileList list(
      List<String> arguments, Path base, SourceLimits limits, FileKind wanted) {
    FileWalk walk = new FileWalk(base, limits, wanted);
    for (String argument : arguments) {
      walk.argument(argument);
    }
    return new FileList(walk.files, walk.skipped, walk.unreadable);
  }

  /**
   * Lists the files that lie in a folder itself, for the unit of a file that was named.
   *
   * @param folder the folder's name as it stands before the file's; empty for the base
   */
  public static FileList beside(String folder, Path base, SourceLimits limits) {
    FileWalk walk = new FileWalk(base, limits, FileKind.MANIFEST);
    try {
      Path path = base.resolve(folder).toRealPath();
      Folder only = new Folder(path, folder, ChartFolder.isTemplates(path));
      for (Path entry : walk.entries(only)) {
        walk.entry(only, entry, path, folder, new ArrayList<>());
      }
    } catch (IOException failed) {
      walk.fail(folder, failed);
    }
    return new FileList(walk.files, walk.skipped, walk.unreadable);
  }

  private void argument(String argument) {
    if (argument.equals(ListedFile.STANDARD_INPUT)) {
      Path marker = Path.of(ListedFile.STANDARD_INPUT);
      if (known.add(marker)) {
        files.add(new ListedFile(argument, null, true));
      }
      return;
    }
    try {
      Path path = base.resolve(argument).toRealPath();
      BasicFileAttributes attributes = attributes(path);
      if (attributes.isDirectory()) {
        String name = argument;
        while (name.endsWith("/")) {
          name = name.substring(0, name.length() - 1);
        }
        enter(new Folder(path, name, ChartFolder.isTemplates(path)), attributes);
        walk(path, name);
      } else if (!attributes.isRegularFile()) {
        special(argument);
      } else if (ChartFolder.isBelowTemplates(path)) {
        skip(path, argument, "chart template");
      } else {
        add(path, argument, true, attributes);
      }
    } catch (InvalidPathException invalid) {
      fail("file-missing", argument, "no such file: the name is not valid here");
    } catch (IOException failed) {
      fail(argument, failed);
    }
  }

  private void walk(Path root, String rootName) {
    while (!folders.isEmpty() && !limitHit) {
      Folder folder = folders.removeLast();
      List<Path> entries = entries(folder);
      List<Folder> below = new ArrayList<>();
      for (Path entry : entries) {
        entry(folder, entry, root, rootName, below);
      }
      for (int i = below.size() - 1; i >= 0; i--) {
        folders.addLast(below.get(i));
      }
    }
    folders.clear();
  }

  private List<Path> entries(Folder folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.path())) {
      for (Path entry : stream) {
        entries.add(entry);
      }
    } catch (DirectoryIteratorException failed) {
      fail(folder.name(), failed.getCause());
    } catch (IOException failed) {
      fail(folder.name(), failed);
    }
    Collections.sort(entries);
    return entries;
  }

  private void entry(Folder folder, Path entry, Path root, String rootName, List<Folder> below) {
    String last = PathName.last(entry);
    String name = folder.child(last);
    FileKind kind = FileKind.of(last);
    try {
      BasicFileAttributes attributes = attributes(entry);
      if (attributes.isDirectory()) {
        folder(folder, entry, last, attributes, below);
      } else if (attributes.isSymbolicLink()) {
        link(entry, name, kind, root, rootName);
      } else if (kind == FileKind.ARCHIVE && wanted == FileKind.MANIFEST) {
        skip(entry, name, "archive");
      } else if (kind != wanted) {
        return;
      } else if (!attributes.isRegularFile()) {
        special(name);
      } else if (folder.chartTemplates()) {
        skip(entry, name, "chart template");
      } else {
        add(entry, name, false, attributes);
      }
    } catch (IOException failed) {
      fail(name, failed);
    }
  }

  private void folder(
      Folder parent, Path path, String last, BasicFileAttributes attributes, List<Folder> below) {
    String name = parent.child(last);
    if (FileKind.isExcluded(last)) {
      skip(path, name, "excluded folder");
      return;
    }
    boolean templates =
        parent.chartTemplates() || last.equals("templates") && ChartFolder.is(parent.path());
    Object key = attributes.fileKey();
    if (entered.add(key == null ? path : key)) {
      below.add(new Folder(path, name, templates));
    }
  }

  /** A link inside the tree: its file is read under its real name, a folder is not entered. */
  private void link(Path entry, String name, FileKind kind, Path root, String rootName)
      throws IOException {
    Path real;
    try {
      real = entry.toRealPath();
    } catch (NoSuchFileException dangling) {
      if (kind == wanted) {
        fail("file-missing", name, "symbolic link leads to no file");
      }
      return;
    }
    BasicFileAttributes attributes = attributes(real);
    if (attributes.isDirectory()) {
      skip(entry, name, "symbolic link to a folder");
      return;
    }
    if (kind != wanted) {
      return;
    }
    if (!real.startsWith(root)) {
      fail(
          "link-outside",
          name,
          "symbolic link leads out of `"
              + (rootName.isEmpty() ? "." : rootName)
              + "`; it was not read");
      return;
    }
    if (!attributes.isRegularFile()) {
      special(name);
      return;
    }
    StringBuilder realName = new StringBuilder(rootName);
    for (Path at : root.relativize(real)) {
      realName.append(realName.isEmpty() ? "" : "/").append(PathName.last(at));
    }
    skip(entry, name, "symbolic link to `" + realName + "`, which is read");
    add(real, realName.toString(), false, attributes);
  }

  private void enter(Folder folder, BasicFileAttributes attributes) {
    Object key = attributes.fileKey();
    if (entered.add(key == null ? folder.path() : key)) {
      folders.addLast(folder);
    }
  }

  private void add(Path path, String name, boolean explicit, BasicFileAttributes attributes) {
    if (limitHit || !known.add(path)) {
      return;
    }
    bytes += attributes.size() > limits.fileBytes() ? 0 : attributes.size();
    if (files.size() >= limits.files()) {
      limitHit = true;
      fail(
          "limit-files",
          name,
          "more than " + limits.files() + " files (limit `files`); name fewer folders");
    } else if (bytes > limits.runBytes()) {
      limitHit = true;
      fail(
          "limit-run-size",
          name,
          "more than "
              + limits.runBytes()
              + " bytes in all files (limit `run-size`); name fewer folders");
    } else {
      files.add(new ListedFile(name, path, explicit, attributes.size()));
    }
  }

  private void skip(Path path, String name, String reason) {
    if (known.add(path)) {
      skipped.add(new Skipped(name, reason));
    }
  }

  private void special(String name) {
    fail("file-unreadable", name, "not a regular file; it was not opened");
  }

  private void fail(String name, @Nullable IOException failed) {
    if (failed instanceof NoSuchFileException) {
      fail("file-missing", name, "file does not exist");
    } else if (failed instanceof AccessDeniedException) {
      fail("file-unreadable", name, "no permission to read it");
    } else if (failed instanceof FileSystemLoopException) {
      fail("file-unreadable", name, "symbolic link leads to itself");
    } else {
      String reason = failed == null ? "unknown" : failed.getClass().getSimpleName();
      fail("file-unreadable", name, "cannot be read: " + reason);
    }
  }

  private void fail(String id, String name, String message) {
    unreadable.add(new Unreadable(id, name, null, message));
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }
}
