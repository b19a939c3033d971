/**
 * Takes a decoded document and gives what the API server's validation refuses of it, with field
 * path and reason, and the view with defaults from which resources are read; it must not know other
 * objects.
 */
@NullMarked
package dev.hopcheck.admission;

import org.jspecify.annotations.NullMarked;
