package dev.hopcheck.engine;

import dev.hopcheck.finding.RuleId;
import dev.hopcheck.finding.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What configuration, baseline and revision made of a run's findings.
 *
 * @param choices what the configuration says of rules, in order of writing
 * @param baseline null where none was given
 * @param changed null where everything counts
 */
public record Adopted(
    List<ChoiceUse> choices, @Nullable BaselineUse baseline, @Nullable ChangedUse changed) {
  /** Nothing was given. */
  public static final Adopted NONE = new Adopted(List.of(), null, null);

  public Adopted {
    choices = List.copyOf(choices);
  }

  /**
   * One rule as the configuration sets it.
   *
   * @param line in the configuration, from 1
   * @param severity what it is set to; null for off
   * @param scope paths and objects that are meant; empty for everything
   * @param reason empty where everything is meant
   * @param findings number of findings that it concerned in this run
   */
  public record ChoiceUse(
      int line,
      RuleId rule,
      @Nullable Severity severity,
      String scope,
      String reason,
      int findings) {}

  /**
   * The known findings.
   *
   * @param file the name shown
   * @param known number of findings that were known and are not reported
   * @param gone entries that no longer occur among what the run looked at
   * @param added entries that were written in this run and were not there before
   * @param written whether the file was written
   */
  public record BaselineUse(
      String file,
      int known,
      List<BaselineEntry> gone,
      List<BaselineEntry> added,
      boolean written) {
    public BaselineUse {
      gone = List.copyOf(gone);
      added = List.copyOf(added);
    }
  }

  /**
   * What differs from an earlier revision.
   *
   * @param revision as typed
   * @param files number of changed files
   * @param elsewhere number of findings that touch nothing changed
   * @param additions what was added since that keeps findings from being reported
   */
  public record ChangedUse(String revision, int files, int elsewhere, List<Addition> additions) {
    public ChangedUse {
      additions = List.copyOf(additions);
    }
  }

  /**
   * Something added that keeps findings from being reported.
   *
   * @param kind {@code suppression}, {@code baseline} or {@code configuration}
   * @param line from 1
   * @param text the reason, or the object that is meant
   */
  public record Addition(String kind, String file, int line, RuleId rule, String text) {}
}
