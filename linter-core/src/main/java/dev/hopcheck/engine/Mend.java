package dev.hopcheck.engine;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Edit;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Fix;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Applies fixes to files. Of each finding the first fix that may be applied is taken; one whose
 * edits overlap those of an earlier one is left for the next run.
 */
public final class Mend {
  private final boolean unsafe;
  private final Map<SourceFile, List<Edit>> edits = new TreeMap<>();
  private int fixed;
  private int refused;

  private Mend(boolean unsafe) {
    this.unsafe = unsafe;
  }

  /** Collects the fixes of findings; {@code unsafe} takes those too that change behaviour. */
  public static Mend of(List<Finding> findings, boolean unsafe) {
    Mend mend = new Mend(unsafe);
    for (Finding finding : findings) {
      Fix fix = finding.assumed() == null ? mend.choose(finding) : null;
      if (fix != null) {
        mend.take(fix);
      }
    }
    return mend;
  }

  /** Number of findings that are mended. */
  public int fixed() {
    return fixed;
  }

  /** Number of findings whose fix overlaps another one. */
  public int refused() {
    return refused;
  }

  /** Number of files that change. */
  public int files() {
    return edits.size();
  }

  /** What is mended and what is left, on one line. */
  public String summary() {
    return "mended "
        + fixed
        + (fixed == 1 ? " finding in " : " findings in ")
        + files()
        + (files() == 1 ? " file" : " files")
        + (refused == 0 ? "" : "; " + refused + " left, run again");
  }

  /** What would change, as a unified diff. */
  public String diff() {
    StringBuilder diff = new StringBuilder();
    for (Map.Entry<SourceFile, List<Edit>> entry : edits.entrySet()) {
      new UnifiedDiff(entry.getKey(), entry.getValue()).write(diff);
    }
    return diff.toString();
  }

  /** Changes the files, each one whole or not at all; returns why some could not be. */
  public List<Problem> apply() {
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<SourceFile, List<Edit>> entry : edits.entrySet()) {
      Problem problem = MendedFile.write(entry.getKey(), entry.getValue());
      if (problem != null) {
        problems.add(problem);
      }
    }
    return problems;
  }

  private @Nullable Fix choose(Finding finding) {
    for (Fix fix : finding.fixes()) {
      boolean allowed =
          fix.applicability() == Applicability.SAFE
              || (unsafe && fix.applicability() == Applicability.UNSAFE);
      if (allowed && isOnDisk(fix)) {
        return fix;
      }
    }
    return null;
  }

  private static boolean isOnDisk(Fix fix) {
    for (Edit edit : fix.edits()) {
      if (edit.at().file().path() == null) {
        return false;
      }
    }
    return true;
  }

  private void take(Fix fix) {
    for (Edit edit : fix.edits()) {
      for (Edit earlier : edits.getOrDefault(edit.at().file(), List.of())) {
        if (overlap(edit, earlier) && !edit.equals(earlier)) {
          refused++;
          return;
        }
      }
    }
    for (Edit edit : fix.edits()) {
      List<Edit> of = edits.computeIfAbsent(edit.at().file(), file -> new ArrayList<>());
      if (!of.contains(edit)) {
        of.add(edit);
      }
    }
    fixed++;
  }

  /** Two insertions at one place overlap too: their order would be a guess. */
  private static boolean overlap(Edit one, Edit other) {
    int start = Math.max(one.at().span().start(), other.at().span().start());
    int end = Math.min(one.at().span().end(), other.at().span().end());
    return start < end || (start == end && (isInsertion(one) || isInsertion(other)));
  }

  private static boolean isInsertion(Edit edit) {
    return edit.at().span().start() == edit.at().span().end();
  }
}
