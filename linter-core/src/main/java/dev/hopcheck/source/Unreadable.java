package dev.hopcheck.source;

import org.jspecify.annotations.Nullable;

/**
 * Something that was to be read and could not be.
 *
 * @param id stable kebab-case id, such as {@code file-unreadable}
 * @param file the name shown
 * @param at null where no position is known
 * @param message one line: the cause or limit, and what to do
 */
public record Unreadable(String id, String file, @Nullable Position at, String message) {}
