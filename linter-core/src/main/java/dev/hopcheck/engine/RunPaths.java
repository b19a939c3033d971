package dev.hopcheck.engine;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names of files as configuration and baseline know them: below one folder, however the
 * argument was typed. Of what lies elsewhere it is the part below the argument. Nothing is looked
 * up on the disk.
 */
final class RunPaths {
  private final List<String> arguments;
  private final String base;
  private final String root;
  private final List<String> covered = new ArrayList<>(1);
  private boolean coversAll;

  /**
   * Names below the working directory.
   *
   * @param arguments as typed
   * @param base the working directory
   */
  RunPaths(List<String> arguments, Path base) {
    this(arguments, base, base);
  }

  /**
   * Names below another folder.
   *
   * @param root that folder
   */
  RunPaths(List<String> arguments, Path base, Path root) {
    this.base = clean(base.toAbsolutePath().toString(), "");
    this.root = clean(root.toAbsolutePath().toString(), "");
    this.arguments = bare(arguments);
    for (String argument : this.arguments) {
      String path = below(argument);
      if (path == null || path.isEmpty()) {
        coversAll = true;
      } else {
        covered.add(path);
      }
    }
  }

  private static List<String> bare(List<String> arguments) {
    List<String> bare = new ArrayList<>(arguments.size());
    for (String argument : arguments) {
      String name = argument;
      while (name.length() > 1 && name.endsWith("/")) {
        name = name.substring(0, name.length() - 1);
      }
      bare.add(name);
    }
    return bare;
  }

  /** The path of a file by the name that is shown. */
  String of(String name) {
    String path = below(name);
    if (path != null) {
      return path;
    }
    String longest = null;
    for (String argument : arguments) {
      boolean holds = name.startsWith(argument) && name.startsWith("/", argument.length());
      if (holds && (longest == null || argument.length() > longest.length())) {
        longest = argument;
      }
    }
    return longest == null
        ? name.substring(name.lastIndexOf('/') + 1)
        : name.substring(longest.length() + 1);
  }

  /** Whether the run looks at the path, should it be there. */
  boolean covers(String path) {
    if (coversAll) {
      return true;
    }
    for (String argument : covered) {
      if (path.equals(argument)
          || path.startsWith(argument) && path.startsWith("/", argument.length())) {
        return true;
      }
    }
    return false;
  }

  /** The path below the root; null where it lies elsewhere. */
  private @Nullable String below(String name) {
    String whole = clean(name, base);
    if (whole.equals(root)) {
      return "";
    }
    if (root.equals("/")) {
      return whole.substring(1);
    }
    return whole.startsWith(root) && whole.startsWith("/", root.length())
        ? whole.substring(root.length() + 1)
        : null;
  }

  /** An absolute path without {@code .} and {@code ..}. */
  private static String clean(String name, String from) {
    Deque<String> parts = new ArrayDeque<>();
    if (!name.startsWith("/")) {
      split(from, parts);
    }
    split(name, parts);
    StringBuilder path = new StringBuilder();
    for (String part : parts) {
      path.append('/').append(part);
    }
    return path.length() == 0 ? "/" : path.toString();
  }

  private static void split(String path, Deque<String> parts) {
    int start = 0;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      String part = path.substring(start, end);
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
      start = end + 1;
    }
  }
}
