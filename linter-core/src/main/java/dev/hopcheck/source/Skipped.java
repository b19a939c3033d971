package dev.hopcheck.source;

/**
 * Something that was found and left unread on purpose.
 *
 * @param file the name shown
 * @param reason a short phrase such as {@code chart template}
 */
public record Skipped(String file, String reason) {}
