/**
 * Takes the view of a document that admission gives and makes a typed, located and defaulted
 * resource of it; it must not know other resources.
 */
@NullMarked
package dev.hopcheck.resource;

import org.jspecify.annotations.NullMarked;
