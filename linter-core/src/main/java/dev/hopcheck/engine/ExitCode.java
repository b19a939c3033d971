package dev.hopcheck.engine;

import dev.hopcheck.finding.Severity;
import dev.hopcheck.trace.Fate;
import dev.hopcheck.trace.TracedFlow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a run ends, for scripts. */
public enum ExitCode {
  /** All was checked, and nothing weighs as much as the threshold. */
  CLEAN(0),
  /** All was checked, and something weighs as much as the threshold or more. */
  FINDINGS(1),
  /** Something was not checked or not written; what was found is reported. Wins over findings. */
  INCOMPLETE(2),
  /** Wrong use, or the run broke off: there is no verdict. */
  WRONG_USE(3);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number. */
  public int code() {
    return code;
  }

  /**
   * The one place where it is decided how a run ends.
   *
   * @param complete whether everything was checked
   * @param worst the heaviest finding that counts; null for none
   * @param failOn the threshold; null for never
   */
  public static ExitCode of(boolean complete, @Nullable Severity worst, @Nullable Severity failOn) {
    if (!complete) {
      return INCOMPLETE;
    }
    boolean fails = worst != null && failOn != null && worst.compareTo(failOn) >= 0;
    return fails ? FINDINGS : CLEAN;
  }

  /**
   * How following flows ends.
   *
   * @param fail whether a flow that does not arrive weighs anything; what is not known makes the
   *     run incomplete then
   */
  public static ExitCode ofTrace(boolean complete, boolean fail, List<TracedFlow> flows) {
    List<Fate> fates = new ArrayList<>(flows.size());
    for (TracedFlow flow : flows) {
      fates.add(flow.fate());
    }
    return ofFates(complete, fail, fates);
  }

  static ExitCode ofFates(boolean complete, boolean fail, List<Fate> fates) {
    boolean arrive = true;
    boolean known = complete;
    for (Fate fate : fates) {
      known &= !fail || fate != Fate.UNKNOWN;
      arrive &= fate == Fate.DELIVERED || fate == Fate.EXTERNAL;
    }
    return !known ? INCOMPLETE : fail && !arrive ? FINDINGS : CLEAN;
  }

  /** The same run, after a report of it could not be written. */
  public ExitCode unwritten() {
    return this == WRONG_USE ? WRONG_USE : INCOMPLETE;
  }
}
