package dev.hopcheck.finding;

import dev.hopcheck.source.Position;
import org.jspecify.annotations.Nullable;

/**
 * Something that could not be checked; the run is incomplete (exit 2).
 *
 * @param id stable kebab-case id, such as {@code yaml-syntax}, {@code file-unreadable}, {@code
 *     limit-depth}
 * @param file name of the file; empty where none is concerned
 * @param at null where no position is known
 * @param document index of the document in its file, from 0; null where none is concerned
 * @param message one line: the cause or limit, and what to do
 */
public record Problem(
    String id, String file, @Nullable Position at, @Nullable Integer document, String message) {}
