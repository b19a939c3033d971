/**
 * The numbered cases of hostile input: each makes its input, runs the command line on it and holds
 * what must be said against what was said; it must not know how the product does it.
 */
@NullMarked
package dev.hopcheck.robustness;

import org.jspecify.annotations.NullMarked;
