/**
 * Takes a request and gives a result: runs the pipeline over all files, in parallel and with
 * accounting, applies severities and suppressions in one place, and applies fixes; it must not know
 * formats.
 */
@NullMarked
package dev.hopcheck.engine;

import org.jspecify.annotations.NullMarked;
