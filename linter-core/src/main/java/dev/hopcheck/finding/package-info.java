/**
 * Holds the value types of what is reported (finding, callout, fix, problem) and the ids of all
 * that is found while reading; it must not know where a finding came from.
 */
@NullMarked
package dev.hopcheck.finding;

import org.jspecify.annotations.NullMarked;
