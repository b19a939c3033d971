/**
 * Takes a result and gives text, JSON and other formats, one class each; it must not know where
 * they are written, and sorts nothing.
 */
@NullMarked
package dev.hopcheck.report;

import org.jspecify.annotations.NullMarked;
