package dev.hopcheck.query;

import dev.hopcheck.source.Position;

/**
 * A text that is none of the language.
 *
 * @param message what was expected there and what stands there, for people
 */
public record QueryError(Position at, String message) {}
