package dev.hopcheck.rule;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment that silences rules: {@code # hopcheck: ignore ID[, ID] [until YYYY-MM-DD] -- reason}.
 *
 * @param at the comment, from its number sign to the line's end
 * @param rules what it silences, in order of writing; never empty
 * @param until the last day on which it holds; null for no end
 * @param reason why; never blank
 * @param scope findings that start in this range, ends included, are meant
 */
public record Suppression(
    Location at, List<RuleId> rules, @Nullable LocalDate until, String reason, Span scope) {
  public Suppression {
    rules = List.copyOf(rules);
  }

  /** Whether the comment's date has passed. */
  public boolean expired(LocalDate today) {
    return until != null && until.isBefore(today);
  }

  /**
   * Whether the finding lies where the comment holds; whether its rule is meant is another
   * question.
   */
  public boolean covers(Finding finding) {
    int start = finding.location().span().start();
    return finding.location().file() == at.file() && scope.start() <= start && start <= scope.end();
  }
}
