package dev.hopcheck.engine;

import dev.hopcheck.finding.RuleId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One rule that a comment silences, and whether it did.
 *
 * @param line of the comment, from 1
 * @param until the last day on which it holds; null for no end
 */
public record SuppressionUse(
    String file, int line, RuleId rule, String reason, @Nullable LocalDate until, boolean used) {}
