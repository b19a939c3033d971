package dev.hopcheck.engine;

import dev.hopcheck.finding.Callout;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.source.ListedFile;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.SourceLimits;
import dev.hopcheck.source.SourceReader;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the templates from which a stream was rendered, below the working directory and nowhere
 * else: the path as the stream gives it, or below the folder of the chart that it begins with.
 */
public final class Templates {
  /** Folders that are looked at for charts. */
  private static final int MOST = 2_000;

  /** Folders within each other that are looked at for charts. */
  private static final int DEEPEST = 5;

  private final Path base;
  private final SourceLimits limits;
  private final Map<String, Optional<SourceFile>> files = new HashMap<>();
  private @Nullable List<Path> charts;

  private Templates(Path base, SourceLimits limits) {
    this.base = base;
    this.limits = limits;
  }

  /** Null where no finding is about something rendered. */
  static @Nullable Templates of(List<Finding> findings, LintRequest request) {
    for (Finding finding : findings) {
      boolean rendered = finding.location().isRendered();
      for (Callout other : finding.related()) {
        rendered |= other.at().isRendered();
      }
      if (rendered) {
        return new Templates(request.base().toAbsolutePath().normalize(), request.sourceLimits());
      }
    }
    return null;
  }

  /**
   * A place in a template.
   *
   * @param line where the line stands that was rendered; 0 where it stands nowhere as it is, or
   *     several times
   */
  public record Place(SourceFile file, int line) {}

  /** Where the text of a stream comes from; null where no such template is there. */
  public synchronized @Nullable Place find(Location at) {
    if (!at.isRendered()) {
      return null;
    }
    SourceFile file =
        files.computeIfAbsent(at.name(), name -> Optional.ofNullable(read(name))).orElse(null);
    return file == null ? null : new Place(file, line(file, at));
  }

  private static int line(SourceFile file, Location at) {
    int rendered = at.start().line();
    String wanted = rendered > at.file().lines() ? "" : at.file().line(rendered).strip();
    int found = 0;
    for (int line = 1; line <= file.lines() && !wanted.isEmpty(); line++) {
      if (file.line(line).strip().equals(wanted)) {
        if (found > 0) {
          return 0;
        }
        found = line;
      }
    }
    return found;
  }

  private @Nullable SourceFile read(String name) {
    for (String part : name.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return null;
      }
    }
    try {
      Path path = path(name);
      if (path == null) {
        return null;
      }
      String shown = base.relativize(path).toString().replace('\\', '/');
      return SourceReader.read(new ListedFile(shown, path, true), limits).file();
    } catch (InvalidPathException unknown) {
      return null;
    }
  }

  private @Nullable Path path(String name) {
    Path whole = base.resolve(name);
    if (isFile(whole)) {
      return whole;
    }
    int slash = name.indexOf('/');
    if (slash < 0) {
      return null;
    }
    String chart = name.substring(0, slash);
    Path found = null;
    for (Path folder : charts()) {
      Path inside = ChartAliases.resolve(folder, name.substring(slash + 1), limits);
      Path last = folder.getFileName();
      boolean named = last != null && last.toString().equals(chart);
      if (isFile(inside)) {
        if (named) {
          return inside;
        }
        if (found != null) {
          return null;
        }
        found = inside;
      }
    }
    return found;
  }

  /** Links lead nowhere: what is shown must lie in the repository itself. */
  private boolean isFile(Path path) {
    Path at = path;
    while (at != null && !at.equals(base)) {
      if (Files.isSymbolicLink(at)) {
        return false;
      }
      at = at.getParent();
    }
    return at != null && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  private List<Path> charts() {
    List<Path> known = charts;
    if (known == null) {
      known = look();
      charts = known;
    }
    return known;
  }

  private List<Path> look() {
    List<Path> found = new ArrayList<>();
    Deque<Path> open = new ArrayDeque<>();
    open.add(base);
    int seen = 0;
    while (!open.isEmpty() && seen < MOST) {
      Path folder = open.remove();
      seen++;
      if (Files.isRegularFile(folder.resolve("Chart.yaml"), LinkOption.NOFOLLOW_LINKS)) {
        found.add(folder);
      }
      if (folder.getNameCount() - base.getNameCount() < DEEPEST) {
        below(folder, open);
      }
    }
    found.sort(null);
    return found;
  }

  private static void below(Path folder, Deque<Path> open) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        Path last = entry.getFileName();
        String name = last == null ? "" : last.toString();
        if (!name.startsWith(".")
            && !name.equals("node_modules")
            && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          open.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException unreadable) {
      return; // nothing is found there
    }
  }
}
