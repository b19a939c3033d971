package dev.hopcheck.engine;

import dev.hopcheck.finding.Finding;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A finding that a comment silences.
 *
 * @param reason as the comment gives it; never blank
 * @param until the last day on which the comment holds; null for no end
 */
public record Silenced(Finding finding, String reason, @Nullable LocalDate until) {}
