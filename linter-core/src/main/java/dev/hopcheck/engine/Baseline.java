package dev.hopcheck.engine;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.ResourceRef;
import dev.hopcheck.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Findings that a project lives with for now.
 *
 * @param name of the file as shown
 * @param entries as they were read, their files below the root
 * @param root below which files are named
 * @param target where to write it anew; null where it is only read
 * @param source where it was read; null where it is new
 */
record Baseline(
    String name,
    List<BaselineEntry> entries,
    BaselineRoot root,
    @Nullable Path target,
    @Nullable Path source) {
  Baseline {
    entries = List.copyOf(entries);
  }

  /**
   * What a text says.
   *
   * @param file where it lies, or lay
   * @param base the working directory
   * @param writing whether it is to be written anew, below a root that holds the working directory
   */
  static Baseline read(SourceFile text, Path file, Path base, boolean writing)
      throws UsageException {
    BaselineText.Read read = BaselineText.read(text);
    BaselineRoot root = BaselineRoot.read(file, read.root(), base);
    BaselineRoot wanted = writing ? root.holding(base) : root;
    return new Baseline(
        text.name(), under(wanted, root, read.entries()), wanted, writing ? file : null, file);
  }

  /** One that is not there yet. */
  static Baseline fresh(String name, Path file, Path base) {
    return new Baseline(name, List.of(), BaselineRoot.of(file).holding(base), file, null);
  }

  private static List<BaselineEntry> under(
      BaselineRoot wanted, BaselineRoot root, List<BaselineEntry> entries) {
    if (wanted.equals(root)) {
      return entries;
    }
    List<BaselineEntry> moved = new ArrayList<>(entries.size());
    for (BaselineEntry entry : entries) {
      moved.add(entry.under(root.named(entry.file(), wanted)));
    }
    return moved;
  }

  /** The entry of each finding, in the same order; those that would be alike are numbered. */
  static List<BaselineEntry> entries(List<Finding> findings, RunPaths paths) {
    Map<BaselineEntry.Key, Integer> seen = new HashMap<>();
    List<BaselineEntry> made = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      BaselineEntry first =
          new BaselineEntry(
              0,
              paths.of(finding.location().name()),
              object(finding.resource()),
              finding.rule(),
              Fingerprints.ofContent(finding),
              finding.headline());
      int earlier = seen.merge(first.key(), 1, Integer::sum) - 1;
      made.add(
          earlier == 0
              ? first
              : new BaselineEntry(
                  0,
                  first.file(),
                  first.object(),
                  first.rule(),
                  Fingerprints.numbered(first.digest(), earlier),
                  first.message()));
    }
    return made;
  }

  /** Without the version, which changes without the object becoming another. */
  private static String object(ResourceRef ref) {
    return ref.kind().isEmpty() && ref.name().isEmpty()
        ? ""
        : ref.kind() + "/" + ref.namespace() + "/" + ref.name();
  }

  /**
   * Takes out what is known, after the file was written anew if that is wanted.
   *
   * @param unsure files of which not all could be read: their entries may still occur
   * @param left where to put the findings that are not known
   */
  Adopted.BaselineUse apply(
      List<Finding> findings,
      RunPaths paths,
      Set<String> unsure,
      List<Finding> left,
      List<Problem> problems) {
    List<BaselineEntry> made = entries(findings, paths);
    Set<BaselineEntry.Key> current = new HashSet<>();
    for (BaselineEntry entry : made) {
      current.add(entry.key());
    }
    Set<BaselineEntry.Key> known = new HashSet<>();
    List<BaselineEntry> gone = new ArrayList<>();
    List<BaselineEntry> kept = new ArrayList<>();
    for (BaselineEntry entry : entries) {
      boolean first = known.add(entry.key());
      if (first && !current.contains(entry.key())) {
        boolean looked = paths.covers(entry.file()) && !unsure.contains(entry.file());
        (looked ? gone : kept).add(entry);
      }
    }
    gone.sort(null);
    Path file = target;
    if (file == null) {
      return use(findings, made, known, gone, List.of(), false, left);
    }
    List<BaselineEntry> added = new ArrayList<>();
    for (BaselineEntry entry : made) {
      if (!known.contains(entry.key())) {
        added.add(entry);
      }
    }
    kept.addAll(made);
    kept.sort(null);
    added.sort(null);
    boolean written = write(file, kept, problems);
    return use(findings, made, written ? current : known, gone, added, written, left);
  }

  /**
   * Adds the entries that the file did not have at an earlier revision.
   *
   * @param base the working directory
   */
  void addedSince(Changes changes, Path base, List<Adopted.Addition> into) {
    SourceFile before = changes.before(SourceFile.of(name, source, new byte[0]));
    if (before == null) {
      return;
    }
    Set<BaselineEntry.Key> old = new HashSet<>();
    try {
      if (before.length() > 0 && source != null) {
        Baseline then = read(before, source, base, false);
        for (BaselineEntry entry : under(root, then.root(), then.entries())) {
          old.add(entry.key());
        }
      }
    } catch (UsageException noBaselineThen) {
      old.clear();
    }
    for (BaselineEntry entry : entries) {
      if (!old.contains(entry.key())) {
        into.add(
            new Adopted.Addition(
                "baseline", name, entry.line(), entry.rule(), entry.file() + " " + entry.object()));
      }
    }
  }

  private boolean write(Path file, List<BaselineEntry> sorted, List<Problem> problems) {
    String why;
    try {
      if (sorted.size() < BaselineText.MOST) {
        AtomicFile.write(
            file, BaselineText.write(root, sorted).getBytes(StandardCharsets.US_ASCII));
        return true;
      }
      why = "more than " + BaselineText.MOST + " entries, the limit of a baseline";
    } catch (IOException failed) {
      why = AtomicFile.reason(failed);
    }
    problems.add(
        new Problem("baseline-unwritten", name, null, null, "baseline was not written: " + why));
    return false;
  }

  private Adopted.BaselineUse use(
      List<Finding> findings,
      List<BaselineEntry> made,
      Set<BaselineEntry.Key> known,
      List<BaselineEntry> gone,
      List<BaselineEntry> added,
      boolean written,
      List<Finding> left) {
    int count = 0;
    for (int i = 0; i < made.size(); i++) {
      if (known.contains(made.get(i).key())) {
        count++;
      } else {
        left.add(findings.get(i));
      }
    }
    return new Adopted.BaselineUse(name, count, gone, added, written);
  }
}
