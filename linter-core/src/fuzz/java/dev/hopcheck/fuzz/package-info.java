/** What all fuzzing targets share: inputs to begin with, and ways to take a claim back. */
@NullMarked
package dev.hopcheck.fuzz;

import org.jspecify.annotations.NullMarked;
