/**
 * Takes a network and a flow and gives its traces: hop by hop, each step with the lines that decide
 * it, and what the client sees in the end; it must not know rules.
 */
@NullMarked
package dev.hopcheck.trace;

import org.jspecify.annotations.NullMarked;
