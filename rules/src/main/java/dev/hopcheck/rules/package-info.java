/**
 * Offers the packs of rules: takes the facts that the core computes and says which of them are
 * wrong, in words for the user; it must not know how files are read or results are shown.
 */
@NullMarked
package dev.hopcheck.rules;

import org.jspecify.annotations.NullMarked;
