package dev.hopcheck.fuzz;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.Position;
import dev.hopcheck.source.SourceFile;
import java.util.List;

/** What is claimed of every input; plain comparisons, for they are made millions of times. */
public final class Claims {
  private Claims() {}

  /** Holds a claim. */
  public static void hold(boolean claim, String otherwise) {
    if (!claim) {
      throw new AssertionError(otherwise);
    }
  }

  /** A range begins and ends between characters of its file. */
  public static void inFile(Location at) {
    edge(at.file(), at.span().start());
    edge(at.file(), at.span().end());
  }

  private static void edge(SourceFile file, int offset) {
    hold(offset <= file.length(), "behind the end: " + offset);
    boolean inside = offset < file.length() && (file.at(offset) & 0xC0) == 0x80;
    hold(!inside, "within a character: " + offset);
  }

  /** All places of findings lie in their files. */
  public static void inFile(List<Finding> findings) {
    for (Finding finding : findings) {
      inFile(finding.location());
      finding.related().forEach(other -> inFile(other.at()));
      finding.fixes().forEach(fix -> fix.edits().forEach(edit -> inFile(edit.at())));
    }
  }

  /** Problems are no internal errors, say one line, and stand in the file. */
  public static void ours(List<Problem> problems, SourceFile file) {
    for (Problem problem : problems) {
      hold(!problem.id().equals("internal-error"), problem.toString());
      hold(problem.message().indexOf('\n') < 0, problem.toString());
      Position at = problem.at();
      hold(at == null || at.line() <= file.lines() + 1, "behind the last line: " + problem);
    }
  }
}
