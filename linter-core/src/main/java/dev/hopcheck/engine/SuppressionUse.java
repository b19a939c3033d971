package dev.hopcheck.engine;

import dev.hopcheck.finding.RuleId;

/**
 * One rule that a comment silences, and whether it did.
 *
 * @param line of the comment, from 1
 */
public record SuppressionUse(String file, int line, RuleId rule, String reason, boolean used) {}
