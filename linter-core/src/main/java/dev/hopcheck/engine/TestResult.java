package dev.hopcheck.engine;

import dev.hopcheck.finding.Problem;
import dev.hopcheck.query.Expectation;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.trace.TracedFlow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of all expectations.
 *
 * @param files those that hold expectations, in order
 * @param checked in order of files and lines
 * @param problems what could not be read or asked
 * @param configuration the file that was heeded; null for none
 */
public record TestResult(
    List<SourceFile> files,
    List<Checked> checked,
    List<Problem> problems,
    @Nullable String configuration) {
  public TestResult {
    files = List.copyOf(files);
    checked = List.copyOf(checked);
    problems = List.copyOf(problems);
  }

  /**
   * One expectation.
   *
   * @param unit the root of the unit that it was held against
   * @param message what is the case, where it does not hold or is not known; else empty
   * @param flows the flows that it is about; of those that do not do as expected the first one
   *     comes first
   * @param hints what to try, besides those of the flows
   */
  public record Checked(
      SourceFile file,
      Expectation.Stated stated,
      String unit,
      Verdict verdict,
      String message,
      List<TracedFlow> flows,
      List<String> hints) {
    public Checked {
      flows = List.copyOf(flows);
      hints = List.copyOf(hints);
    }
  }

  /** How many have a verdict. */
  public int count(Verdict verdict) {
    int count = 0;
    for (Checked one : checked) {
      count += one.verdict() == verdict ? 1 : 0;
    }
    return count;
  }

  /** The expectations of one file, in order. */
  public List<Checked> of(SourceFile file) {
    List<Checked> own = new ArrayList<>();
    for (Checked one : checked) {
      if (one.file() == file) {
        own.add(one);
      }
    }
    return own;
  }

  /** How the run ends; what is not known makes it incomplete, unless that is allowed. */
  public ExitCode exit(boolean allowUnknown) {
    boolean unknown = !allowUnknown && count(Verdict.UNKNOWN) > 0;
    if (unknown || !problems.isEmpty()) {
      return ExitCode.INCOMPLETE;
    }
    return count(Verdict.FAILED) > 0 ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }
}
