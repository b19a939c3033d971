/**
 * Takes the texts with which people ask about a network and gives what they mean: who opens a
 * connection, and what is expected of it; it must not know files, nor what the answer is.
 */
@NullMarked
package dev.hopcheck.query;

import org.jspecify.annotations.NullMarked;
